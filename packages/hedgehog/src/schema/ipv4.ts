/** An IPv4 prefix: the address as written and its length. */
export interface Prefix {
  address: number;
  length: number;
}

/** Unsigned 32-bit number of a dotted address; `undefined` unless it is exactly one (no leading zeros, as in Go). */
export function parseIPv4(text: string): number | undefined {
  return parseUntil(text, text.length);
}

function parseUntil(text: string, end: number): number | undefined {
  let value = 0;
  let octet = -1;
  let dots = 0;
  for (let i = 0; i < end; i += 1) {
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
  return `${address >>> 24}.${(address >>> 16) & 255}.${
    (address >>> 8) & 255
  }.${address & 255}`;
}

/** Length of a prefix as written: 0 to 32 without leading zeros. */
function parseLength(text: string, from: number): number | undefined {
  const digits = text.length - from;
  if (digits < 1 || digits > 2) return undefined;
  let length = 0;
  for (let i = from; i < text.length; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9 || (digits === 2 && i === from && digit === 0))
      return undefined;
    length = length * 10 + digit;
  }
  return length <= 32 ? length : undefined;
}

/** `10.0.1.5/24` → address and length; `undefined` unless it is an IPv4 prefix. */
export function parsePrefix(text: string): Prefix | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return undefined;
  const length = parseLength(text, slash + 1);
  if (length === undefined) return undefined;
  const address = parseUntil(text, slash);
  return address === undefined ? undefined : { address, length };
}

/** First address of a prefix. */
export function networkOf({ address, length }: Prefix): number {
  // A shift by 32 would be one by 0.
  return length === 0 ? 0 : (address & (-1 << (32 - length))) >>> 0;
}

/** Last address of a prefix. */
export function broadcastOf(prefix: Prefix): number {
  const { address, length } = prefix;
  return length === 32 ? address : (address | (-1 >>> length)) >>> 0;
}

/** True when the address lies in the prefix. */
export function holds(prefix: Prefix, address: number): boolean {
  return (
    prefix.length === 0 ||
    (address ^ prefix.address) >>> (32 - prefix.length) === 0
  );
}
