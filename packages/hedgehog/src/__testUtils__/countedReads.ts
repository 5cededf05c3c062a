/** Data that counts how often any part of it is read, so that a test can tell linear work from worse without a clock. */
export function counted<T extends object>(
  data: T,
  count: { reads: number },
): T {
  const seen = new WeakMap<object, object>();
  const wrap = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const known = seen.get(value);
    if (known) return known;
    const proxy = new Proxy(value, {
      get(target, key, receiver) {
        count.reads += 1;
        return wrap(Reflect.get(target, key, receiver));
      },
    });
    seen.set(value, proxy);
    return proxy;
  };
  return wrap(data) as T;
}

/** How many more reads some work needs on ten times as much data: about 10 when it is linear, 100 when it is quadratic. */
export function growth<T extends object>(
  make: (size: number) => T,
  work: (data: T) => void,
): number {
  const readsFor = (size: number) => {
    const count = { reads: 0 };
    work(counted(make(size), count));
    return count.reads;
  };
  return readsFor(1000) / readsFor(100);
}
