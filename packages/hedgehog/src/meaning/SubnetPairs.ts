import { FabricModel } from './FabricModel';
import { isSameList } from './isSameList';
import { keysOf } from './keysOf';
import { Membership } from './memberships';

type Servers = ReadonlyMap<string, Membership>;

/** Servers of one subnet that are on the same islands before and on the same islands after. */
export interface Bucket {
  before: readonly string[];
  after: readonly string[];
  servers: string[];
}

const nobody: Servers = new Map();

/** The subnets of two models side by side. */
export class SubnetPairs {
  readonly #before: FabricModel['memberships'];
  readonly #after: FabricModel['memberships'];
  readonly #changed = new Map<string, boolean>();
  readonly #buckets = new Map<string, Bucket[]>();

  constructor(before: FabricModel, after: FabricModel) {
    this.#before = before.memberships;
    this.#after = after.memberships;
  }

  changed(): string[] {
    return keysOf(this.#before, this.#after).filter(subnet =>
      this.isChanged(subnet),
    );
  }

  of(subnet: string): [Servers, Servers] {
    return [
      this.#before.get(subnet) ?? nobody,
      this.#after.get(subnet) ?? nobody,
    ];
  }

  isChanged(subnet: string): boolean {
    let isChanged = this.#changed.get(subnet);
    if (isChanged === undefined) {
      const [was, is] = this.of(subnet);
      isChanged =
        was.size !== is.size ||
        [...was].some(
          ([server, { islands }]) =>
            !isSameList(islands, is.get(server)?.islands),
        );
      this.#changed.set(subnet, isChanged);
    }
    return isChanged;
  }

  buckets(subnet: string): Bucket[] {
    const known = this.#buckets.get(subnet);
    if (known) return known;
    const [was, is] = this.of(subnet);
    const buckets = new Map<string, Bucket>();
    for (const server of keysOf(was, is)) {
      const before = was.get(server)?.islands ?? [];
      const after = is.get(server)?.islands ?? [];
      const key = `${before.join(',')}|${after.join(',')}`;
      const bucket = buckets.get(key);
      if (bucket) bucket.servers.push(server);
      else buckets.set(key, { before, after, servers: [server] });
    }
    const list = [...buckets.values()];
    this.#buckets.set(subnet, list);
    return list;
  }
}
