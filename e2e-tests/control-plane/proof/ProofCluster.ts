import { applyDefaults, kinds, type KubernetesObject } from '@cnoc/hedgehog';
import type { Answer, ApiCaller } from '@cnoc/lab/src/testing';

type Json = Answer['body'];

const MANAGER = 'cnoc';
const SOMEBODY = 'kubectl-edit';
const PAGE = 500;

/** The real API server, spoken to as the engine does: strict server-side apply, and paged lists over all namespaces. */
export class ProofCluster {
  readonly #api: ApiCaller;

  private constructor(api: ApiCaller) {
    this.#api = api;
  }

  static create(api: ApiCaller): ProofCluster {
    return new ProofCluster(api);
  }

  async makeNamespace(name: string): Promise<void> {
    await this.#send('POST', '/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    });
  }

  /**
   * Stores git's object just as it is written; false = it had to be as the webhook leaves it, as the schema asks for
   * something that only the webhook fills in.
   */
  async applyAsWritten(object: KubernetesObject): Promise<boolean> {
    try {
      await this.apply(object);
      return true;
    } catch (error) {
      if (!/^Error: 422 .*Required value/.test(String(error))) throw error;
      await this.apply(admitted(object));
      return false;
    }
  }

  /** Deploys git's object. */
  apply(object: KubernetesObject): Promise<KubernetesObject> {
    return this.#apply(object, '');
  }

  /** What deploying git's object would make of the one in the cluster, or bring. */
  applyDryRun(object: KubernetesObject): Promise<KubernetesObject> {
    return this.#apply(object, '&dryRun=All');
  }

  /** What would be there if nothing but git's object was. */
  async replaceDryRun(
    object: KubernetesObject,
    { metadata: { resourceVersion } }: KubernetesObject,
  ): Promise<KubernetesObject> {
    return this.#send(
      'PUT',
      `${pathOf(object)}?fieldManager=${MANAGER}&dryRun=All`,
      bodyOf(object, { resourceVersion }),
    );
  }

  /** Resolves when the server would let the object be pruned. */
  async removeDryRun(object: KubernetesObject): Promise<void> {
    await this.#send('DELETE', pathOf(object), {
      apiVersion: 'v1',
      kind: 'DeleteOptions',
      dryRun: ['All'],
    });
  }

  /** Somebody else writes the whole object, as an editor does. */
  async edit(object: KubernetesObject): Promise<KubernetesObject> {
    return this.#send(
      'PUT',
      `${pathOf(object)}?fieldManager=${SOMEBODY}&fieldValidation=Strict`,
      object,
    );
  }

  async create(object: KubernetesObject): Promise<void> {
    await this.#send(
      'POST',
      `${collectionOf(object)}?fieldManager=${SOMEBODY}&fieldValidation=Strict`,
      object,
    );
  }

  async remove(object: KubernetesObject): Promise<void> {
    await this.#send('DELETE', pathOf(object));
  }

  /** Every object of Hedgehog's kinds, by namespace. */
  async list(): Promise<Map<string, KubernetesObject[]>> {
    const found = new Map<string, KubernetesObject[]>();
    for (const { kind, apiVersion, plural } of kinds) {
      let next = '';
      do {
        const { code, body } = await this.#api.get(
          `/apis/${apiVersion}/${plural}?limit=${PAGE}&continue=${next}`,
        );
        if (code !== 200) throw new Error(`${kind}: ${code} ${body.message}`);
        for (const item of body.items as KubernetesObject[]) {
          const namespace = item.metadata.namespace as string;
          const some = found.get(namespace) ?? [];
          found.set(namespace, [...some, { ...item, apiVersion, kind }]);
        }
        next = (body.metadata as { continue?: string }).continue ?? '';
      } while (next);
    }
    return found;
  }

  async #apply(object: KubernetesObject, query: string) {
    return objectOf(
      await this.#api.apply(
        pathOf(object),
        bodyOf(object),
        MANAGER,
        `&fieldValidation=Strict&force=true${query}`,
      ),
      { path: pathOf(object) },
    );
  }

  async #send(
    method: string,
    path: string,
    body?: object,
  ): Promise<KubernetesObject> {
    return objectOf(await this.#api.request(method, path, body), { path });
  }
}

/**
 * The object as Hedgehog's webhook would hand it to the server, which has none here. In a real cluster every write of
 * anybody passes it, a dry run too. That defaulting is as upstream's is proven by the defaulted copies in upstream's agents,
 * in the tests of `@cnoc/hedgehog`.
 */
export function admitted(object: KubernetesObject): KubernetesObject {
  return applyDefaults(object);
}

/** What the engine sends of git's object: nothing that servers write. */
function bodyOf(
  { apiVersion, kind, metadata, spec }: KubernetesObject,
  precondition: object = {},
): Json {
  const { name, namespace, labels, annotations } = metadata;
  return JSON.parse(
    JSON.stringify({
      apiVersion,
      kind,
      metadata: { name, namespace, labels, annotations, ...precondition },
      spec,
    }),
  );
}

function collectionOf({ apiVersion, kind, metadata }: KubernetesObject) {
  const plural = kinds.find(known => known.kind === kind)?.plural;
  return `/apis/${apiVersion}/namespaces/${metadata.namespace}/${plural}`;
}

function pathOf(object: KubernetesObject): string {
  return `${collectionOf(object)}/${object.metadata.name}`;
}

function objectOf({ code, body }: Answer, asked: object): KubernetesObject {
  if (code !== 200 && code !== 201) {
    throw new Error(`${code} ${body.message}: ${JSON.stringify(asked)}`);
  }
  return body as unknown as KubernetesObject;
}
