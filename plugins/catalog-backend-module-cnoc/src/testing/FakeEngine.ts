import type {
  CnocApi,
  Fabric,
  Resource,
} from '@cnoc/backstage-plugin-cnoc-common';

const KINDS = ['VPC', 'VPCAttachment', 'Connection', 'Server', 'Switch'];

type Reads = Pick<CnocApi, 'listFabrics' | 'listKinds' | 'listResources'>;

/** The part of the engine that the catalog reads, with pages of two. */
export class FakeEngine implements Reads {
  readonly pageSize = 2;
  readonly fabrics = new Map<string, Fabric>();
  readonly resources = new Map<string, Resource[]>();
  /** What fails when it is listed: `fabrics`, or a fabric's name */
  readonly failing = new Map<string, Error>();
  /** What was listed, in order */
  readonly reads: string[] = [];

  set(fabric: Fabric, resources: Resource[]): void {
    this.fabrics.set(fabric.name, fabric);
    this.resources.set(fabric.name, resources);
  }

  remove(fabric: string): void {
    this.fabrics.delete(fabric);
    this.resources.delete(fabric);
  }

  /** The engine as the client's type, of which the catalog may use no more than this */
  api(): CnocApi {
    return this as unknown as CnocApi;
  }

  listKinds: CnocApi['listKinds'] = async () => ({
    items: KINDS.map(kind => ({
      kind,
      apiVersion: 'v1',
      plural: kind,
      title: kind,
      description: kind,
      managed: true,
    })),
  });

  listFabrics: CnocApi['listFabrics'] = async query =>
    this.#page('fabrics', [...this.fabrics.values()], query?.cursor);

  listResources: CnocApi['listResources'] = async (fabric, query) => ({
    kinds: [],
    ...this.#page(fabric, this.resources.get(fabric) ?? [], query?.cursor),
  });

  #page<T>(what: string, all: T[], cursor = '0') {
    // Fails after the first page, so that a failure is always one in the middle of a read where there are two
    const failure = this.failing.get(what);
    if (failure && (all.length <= this.pageSize || cursor !== '0')) {
      throw failure;
    }
    if (cursor === '0') this.reads.push(what);
    const start = Number(cursor);
    const end = start + this.pageSize;
    return {
      items: all.slice(start, end),
      totalItems: all.length,
      ...(end < all.length ? { nextCursor: String(end) } : {}),
    };
  }
}
