import { BlockList, isIP } from 'node:net';

/** What an address leads to, as far as a server that dials it for somebody else must care. */
export type AddressClass =
  | 'ordinary'
  | 'loopback'
  | 'unspecified'
  | 'linkLocal'
  | 'metadata'
  | 'special';

function blockList(subnets: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [address, prefix] of subnets) {
    list.addSubnet(address, prefix, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}

// Order matters: the metadata addresses lie inside wider ranges.
const classes: readonly (readonly [AddressClass, BlockList])[] = [
  [
    'metadata',
    blockList([
      ['169.254.169.254', 32],
      ['169.254.170.2', 32],
      ['100.100.100.200', 32],
      ['fd00:ec2::254', 128],
    ]),
  ],
  [
    'loopback',
    blockList([
      ['127.0.0.0', 8],
      ['::1', 128],
    ]),
  ],
  [
    'unspecified',
    blockList([
      ['0.0.0.0', 8],
      ['::', 128],
    ]),
  ],
  [
    'linkLocal',
    blockList([
      ['169.254.0.0', 16],
      ['fe80::', 10],
    ]),
  ],
  [
    'special',
    blockList([
      ['224.0.0.0', 4],
      ['240.0.0.0', 4],
      ['ff00::', 8],
    ]),
  ],
];

/** The eight 16-bit groups of an IPv6 address that `net.isIP` accepts. */
function ipv6Groups(address: string): number[] {
  let text = address.split('%')[0];
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(text);
  if (dotted) {
    const [a, b, c, d] = dotted.slice(2).map(Number);
    text = `${dotted[1]}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(
      16,
    )}`;
  }
  const [head, tail] = text.split('::');
  const groups = (part: string | undefined) =>
    part ? part.split(':').map(group => parseInt(group, 16)) : [];
  const left = groups(head);
  const right = groups(tail);
  if (tail === undefined) {
    return left;
  }
  return [
    ...left,
    ...new Array(8 - left.length - right.length).fill(0),
    ...right,
  ];
}

function dottedOf(high: number, low: number): string {
  return [high >> 8, high % 256, low >> 8, low % 256].join('.');
}

/** The IPv4 address that an IPv6 address only wraps: mapped, compatible, NAT64 or 6to4. */
function wrappedIpv4(address: string): string | undefined {
  const groups = ipv6Groups(address);
  const zeros = (from: number, to: number) =>
    groups.slice(from, to).every(group => group === 0);
  const embedded = dottedOf(groups[6], groups[7]);
  if (zeros(0, 5) && groups[5] === 0xffff) {
    return embedded;
  }
  if (zeros(0, 6) && (groups[6] !== 0 || groups[7] > 1)) {
    return embedded;
  }
  if (groups[0] === 0x64 && groups[1] === 0xff9b && zeros(2, 6)) {
    return embedded;
  }
  if (groups[0] === 0x2002) {
    return dottedOf(groups[1], groups[2]);
  }
  return undefined;
}

/** The plain form of an address: no zone, no IPv4 wrapped in IPv6. */
export function plainAddress(address: string): string {
  if (isIP(address) !== 6) {
    return address;
  }
  return wrappedIpv4(address) ?? address.split('%')[0];
}

/** Classifies a literal IP address. */
export function classifyAddress(address: string): AddressClass {
  const plain = plainAddress(address);
  const family = isIP(plain) === 6 ? 'ipv6' : 'ipv4';
  for (const [name, list] of classes) {
    if (list.check(plain, family)) {
      return name;
    }
  }
  return 'ordinary';
}
