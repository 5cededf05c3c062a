import { lookup as systemLookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { Config } from '@backstage/config';
import { InputError, NotAllowedError } from '@backstage/errors';
import { classifyAddress, plainAddress } from './addressClass';

/** Resolves a host name to all its addresses, as `dns.promises.lookup` with `all`. */
export type LookupAll = (host: string) => Promise<{ address: string }[]>;

const allAddresses: LookupAll = host => systemLookup(host, { all: true });

// Names that only mean something inside a cluster or a cloud; whatever they resolve to is not a fabric.
const innerName =
  /(^|\.)(localhost|internal|svc|cluster\.local)$|^kubernetes(\.default)?$/;

const howToAllow = 'List it in cnoc.network.allow if that is meant.';

const sentence = {
  loopback: 'loopback address',
  unspecified: 'unspecified address',
  linkLocal: 'link-local address',
  metadata: 'cloud metadata address',
  special: 'multicast or reserved address',
} as const;

/** The host as URL parsers see it: lower case, `2130706433` is 127.0.0.1, no brackets, no trailing dot. */
function normalHost(host: string): string {
  let name: string;
  try {
    const bare = host.replace(/^\[|\]$/g, '');
    name = new URL(`http://${isIP(bare) === 6 ? `[${bare}]` : bare}/`).hostname;
  } catch {
    throw new InputError('That is not a host name or an address.');
  }
  return name.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

/**
 * Decides which addresses the engine may dial for a git remote or a cluster (ARCHITECTURE §5.11, case K22).
 *
 * Loopback, unspecified, link-local, metadata and multicast addresses and cluster-inner names are refused unless
 * `cnoc.network.allow` lists the host, the address or a CIDR range around it. Private ranges are ordinary: that is
 * where fabrics live.
 */
export class AddressPolicy {
  readonly #hosts: ReadonlySet<string>;
  readonly #ranges: BlockList;
  readonly #lookup: LookupAll;

  private constructor(
    hosts: ReadonlySet<string>,
    ranges: BlockList,
    lookup: LookupAll,
  ) {
    this.#hosts = hosts;
    this.#ranges = ranges;
    this.#lookup = lookup;
  }

  /** Reads `cnoc.network.allow`: hosts, addresses and CIDR ranges. */
  static fromConfig(
    config: Config,
    options: { lookup?: LookupAll } = {},
  ): AddressPolicy {
    return AddressPolicy.create(
      config.getOptionalStringArray('cnoc.network.allow') ?? [],
      options,
    );
  }

  static create(
    allow: readonly string[],
    options: { lookup?: LookupAll } = {},
  ): AddressPolicy {
    const hosts = new Set<string>();
    const ranges = new BlockList();
    for (const entry of allow) {
      const [address, prefix] = entry.trim().split('/');
      const family = isIP(address);
      if (prefix === undefined) {
        const host = normalHost(address);
        hosts.add(host);
        if (isIP(host)) {
          ranges.addAddress(host, isIP(host) === 6 ? 'ipv6' : 'ipv4');
        }
      } else if (
        family &&
        /^\d{1,3}$/.test(prefix) &&
        Number(prefix) <= (family === 6 ? 128 : 32)
      ) {
        ranges.addSubnet(
          address,
          Number(prefix),
          family === 6 ? 'ipv6' : 'ipv4',
        );
      } else {
        throw new InputError(
          `cnoc.network.allow: '${entry}' is not a host, an address or a range such as 10.0.0.0/8.`,
        );
      }
    }
    return new AddressPolicy(hosts, ranges, options.lookup ?? allAddresses);
  }

  /**
   * The address to dial for a host. Dial this address and no other, else a second DNS answer could lead elsewhere.
   *
   * @throws NotAllowedError when any address of the host is refused
   */
  async check(host: string): Promise<{ address: string }> {
    const name = normalHost(host);
    if (isIP(name)) {
      this.#assertAddress(name, false);
      return { address: name };
    }
    const listed = this.#hosts.has(name);
    if (!listed && innerName.test(name)) {
      throw new NotAllowedError(
        `The host '${name}' is inside a machine or a cluster and may not be reached. ${howToAllow}`,
      );
    }
    const answers = await this.#lookup(name);
    if (answers.length === 0) {
      throw new NotAllowedError(`The host '${name}' has no address.`);
    }
    for (const { address } of answers) {
      this.#assertAddress(address, listed, name);
    }
    return { address: answers[0].address };
  }

  /** Checks an address that a connection has already reached. */
  allowsAddress(address: string, host?: string): boolean {
    try {
      const listed = host !== undefined && this.#hosts.has(normalHost(host));
      this.#assertAddress(address, listed);
      return true;
    } catch {
      return false;
    }
  }

  /**
   * Checks the shape of an outgoing URL: https, or http to a host that `cnoc.network.allow` names.
   *
   * @throws InputError or NotAllowedError; the message never repeats the URL
   */
  checkUrl(url: URL): void {
    if (url.protocol === 'https:') {
      return;
    }
    if (url.protocol !== 'http:') {
      throw new InputError(
        'The address has a scheme that is not supported; use https.',
      );
    }
    const host = normalHost(url.hostname);
    const inRange =
      isIP(host) !== 0 &&
      this.#ranges.check(
        plainAddress(host),
        isIP(plainAddress(host)) === 6 ? 'ipv6' : 'ipv4',
      );
    if (!this.#hosts.has(host) && !inRange) {
      throw new NotAllowedError(
        `Plain http would show credentials to the network; use https, or list the host in cnoc.network.allow.`,
      );
    }
  }

  #assertAddress(address: string, listed: boolean, host?: string): void {
    const plain = plainAddress(address);
    const kind = classifyAddress(plain);
    if (kind === 'ordinary' || listed) {
      return;
    }
    if (this.#ranges.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4')) {
      return;
    }
    throw new NotAllowedError(
      `${host ? `The host '${host}'` : 'The address'} leads to a ${
        sentence[kind]
      } and may not be reached. ${howToAllow}`,
    );
  }
}
