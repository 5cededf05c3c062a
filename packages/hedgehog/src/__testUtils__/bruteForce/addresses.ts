/** First and last address of a prefix, as numbers. */
export function range(prefix: string): [number, number] {
  const [address, length] = prefix.split('/');
  const value = address
    .split('.')
    .reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const size = 2 ** (32 - Number(length));
  const low = value - (value % size);
  return [low, low + size - 1];
}

/** The prefix with its host bits cleared. */
export function network(prefix: string): string {
  const [low] = range(prefix);
  const octets = [24, 16, 8, 0].map(
    shift => Math.floor(low / 2 ** shift) % 256,
  );
  return `${octets.join('.')}/${prefix.split('/')[1]}`;
}

export function isIn(address: number, prefix: string): boolean {
  const [low, high] = range(prefix);
  return low <= address && address <= high;
}

export function isWithin(inner: string, outer: string): boolean {
  const [low, high] = range(inner);
  return isIn(low, outer) && isIn(high, outer);
}
