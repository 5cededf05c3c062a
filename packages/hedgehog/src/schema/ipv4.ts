/** An IPv4 prefix: the address as written and its length. */
export interface Prefix {
  address: number;
  length: number;
}

/** Unsigned 32-bit number of a dotted address; `undefined` unless it is exactly one (no leading zeros, as in Go). */
export function parseIPv4(text: string): number | undefined {
  let value = 0;
  let octet = -1;
  let dots = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 46) {
      if (octet < 0 || dots === 3) return undefined;
      value = value * 256 + octet;
      octet = -1;
      dots += 1;
    } else if (code >= 48 && code <= 57) {
      if (octet === 0) return undefined;
      octet = (octet < 0 ? 0 : octet * 10) + (code - 48);
      if (octet > 255) return undefined;
    } else {
      return undefined;
    }
  }
  return dots === 3 && octet >= 0 ? value * 256 + octet : undefined;
}

export function formatIPv4(address: number): string {
  return [24, 16, 8, 0].map(shift => (address >>> shift) & 255).join('.');
}

/** `10.0.1.5/24` → address and length; `undefined` unless it is an IPv4 prefix. */
export function parsePrefix(text: string): Prefix | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return undefined;
  const address = parseIPv4(text.slice(0, slash));
  const length = text.slice(slash + 1);
  if (address === undefined || !/^(?:[0-9]|[12][0-9]|3[0-2])$/.test(length))
    return undefined;
  return { address, length: Number(length) };
}

const sizeOf = (length: number) => 2 ** (32 - length);

/** First address of a prefix. */
export function networkOf({ address, length }: Prefix): number {
  return Math.floor(address / sizeOf(length)) * sizeOf(length);
}

/** Last address of a prefix. */
export function broadcastOf(prefix: Prefix): number {
  return networkOf(prefix) + sizeOf(prefix.length) - 1;
}

/** True when the address lies in the prefix. */
export function holds(prefix: Prefix, address: number): boolean {
  return address >= networkOf(prefix) && address <= broadcastOf(prefix);
}
