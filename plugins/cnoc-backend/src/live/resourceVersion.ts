const decimal = /^\d{1,40}$/;

/** Whether version `a` is older than `b`; false when they cannot be compared (the format is the server's affair). */
export function isOlder(a: string, b: string): boolean {
  return decimal.test(a) && decimal.test(b) && BigInt(a) < BigInt(b);
}
