import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { KubernetesObject } from '@cnoc/hedgehog';
import { Faults } from './faults/Faults';
import { ApiServer } from './kubernetes/ApiServer';
import type { ApiRequestRecord } from './kubernetes/RequestLog';
import {
  HedgehogAdmission,
  type AdmissionMode,
} from './kubernetes/admission/HedgehogAdmission';
import { cloneJson } from './kubernetes/json';
import { ObjectStore, type StoreEvent } from './kubernetes/ObjectStore';
import type { Target } from './kubernetes/identify';
import { ObjectWriter } from './kubernetes/ObjectWriter';
import { ResourceHandler } from './kubernetes/ResourceHandler';
import { resourceTypes, typeOfKind } from './kubernetes/ResourceType';
import { addSystemObjects } from './kubernetes/systemObjects';
import { kubeconfigOf } from './kubeconfigOf';
import type { ClusterState } from './state/ClusterState';

const NAMESPACE = 'default';
const BOOKMARK_INTERVAL_MS = 10_000;

export interface LabClusterOptions {
  name: string;
  /** What an earlier run left; absent = a new, empty cluster. */
  state?: ClusterState;
  now?: () => Date;
  bookmarkIntervalMs?: number;
  /** Default: full. */
  admission?: AdmissionMode;
  /** Told of requests that failed inside the lab. */
  logger?: (line: string) => void;
  /** Events kept for watches that come back. */
  maxHistory?: number;
}

/** Who writes, as `metadata.managedFields` will show it. `at` sets the time that is shown; absent = now. */
export interface ActAs {
  manager: string;
  at?: Date;
}

/**
 * One control cluster with Hedgehog's kinds, in memory. The methods act as a person or tool would: through the same
 * admission and field ownership as a request over HTTP. They throw an Error named `StatusError` with `code` and `reason`.
 */
export class LabCluster {
  readonly name: string;
  readonly token: string;
  /** uid of the namespace kube-system; the identity of the cluster. */
  readonly uid: string;
  readonly faults: Faults;
  readonly #store: ObjectStore;
  readonly #writer: ObjectWriter;
  readonly #resources: ResourceHandler;
  readonly #api: ApiServer;
  #root = '';

  private constructor(options: LabClusterOptions) {
    const { name, state, now = () => new Date() } = options;
    this.name = name;
    this.uid = state?.uid ?? randomUUID();
    this.token = state?.token ?? `lab-${randomUUID()}`;
    this.faults = new Faults();
    this.#store = new ObjectStore(state?.store, options.maxHistory);
    this.#writer = new ObjectWriter({
      store: this.#store,
      admission: new HedgehogAdmission(this.#store, options.admission),
      now,
    });
    this.#resources = new ResourceHandler({
      store: this.#store,
      writer: this.#writer,
      faults: this.faults,
      bookmarkIntervalMs: options.bookmarkIntervalMs ?? BOOKMARK_INTERVAL_MS,
    });
    this.#api = new ApiServer({
      token: this.token,
      faults: this.faults,
      resources: this.#resources,
      now,
      onFailure: (request, error) =>
        options.logger?.(`lab: cluster ${name}: ${request} failed: ${error}`),
    });
    if (!state) {
      addSystemObjects(this.#store, this.uid, now());
    }
  }

  static create(options: LabClusterOptions): LabCluster {
    return new LabCluster(options);
  }

  /** The root of the Kubernetes API; empty until the cluster is served. */
  get url(): string {
    return this.#root;
  }

  /** Tells the cluster where it is served. */
  serveAt(url: string): void {
    this.#root = url;
  }

  /** A kubeconfig for kubectl and client libraries. */
  kubeconfig(): string {
    return kubeconfigOf(this);
  }

  list(kind: string): KubernetesObject[] {
    return this.#store.list(typeFor(kind)).map(object => cloneJson(object));
  }

  /** The stored objects themselves, for readers that change nothing. */
  peek(kind: string): Iterable<KubernetesObject> {
    return this.#store.values(typeFor(kind));
  }

  get(kind: string, name: string): KubernetesObject | undefined {
    const { type, namespace } = targetOf(kind, name);
    return cloneJson(this.#store.get(type, namespace, name));
  }

  /** Server-side apply. */
  apply(
    object: KubernetesObject,
    options: ActAs & { force?: boolean },
  ): KubernetesObject {
    const target = targetOf(object.kind, object.metadata.name);
    return cloneJson(this.#writer.apply(target, object, options).object);
  }

  /** Reads, changes and writes back, as `kubectl edit` does. */
  edit(
    kind: string,
    name: string,
    patch: (object: KubernetesObject) => void,
    options: ActAs & { subresource?: 'status' },
  ): KubernetesObject {
    const target = targetOf(kind, name);
    const live = this.#store.get(target.type, target.namespace, name);
    const object = cloneJson(live) ?? {
      apiVersion: target.type.apiVersion,
      kind,
      metadata: { name },
    };
    patch(object);
    return cloneJson(this.#writer.replace(target, object, options).object);
  }

  /** A JSON merge patch, as `kubectl patch --type merge` does. */
  patch(
    kind: string,
    name: string,
    mergePatch: unknown,
    options: ActAs,
  ): KubernetesObject {
    const target = targetOf(kind, name);
    return cloneJson(
      this.#writer.patch(target, 'merge', mergePatch, options).object,
    );
  }

  /** Creates, as `kubectl create` does. */
  create(object: KubernetesObject, options: ActAs): KubernetesObject {
    const { type, namespace } = targetOf(object.kind, object.metadata.name);
    const result = this.#writer.create(type, namespace, object, options);
    return cloneJson(result.object);
  }

  remove(kind: string, name: string): void {
    this.#writer.remove(targetOf(kind, name), {}, {});
  }

  /** The last requests over HTTP, oldest first; at most 2,000. */
  requests(): readonly ApiRequestRecord[] {
    return this.#api.records;
  }

  /** Forgets watch history and continued lists: older resourceVersions get 410. */
  compact(): void {
    this.#store.compact();
    this.#resources.forgetPages();
  }

  /** Called after each change, inside the write. */
  onChange(listener: (event: StoreEvent) => void): () => void {
    return this.#store.subscribe(listener);
  }

  /** Answers one HTTP request; `url` starts at the cluster's root. */
  async handle(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<void> {
    await this.#api.handle(request, response, url);
  }

  /** What a restart needs. */
  state(): ClusterState {
    return { uid: this.uid, token: this.token, store: this.#store.state() };
  }

  /** How many objects of every kind there are. */
  counts(): Record<string, number> {
    return Object.fromEntries(
      resourceTypes
        .map(type => [type.kind, this.#store.count(type)] as const)
        .filter(([, count]) => count > 0),
    );
  }
}

function typeFor(kind: string) {
  const type = typeOfKind(kind);
  if (!type) {
    throw new Error(`The lab serves no kind ${JSON.stringify(kind)}`);
  }
  return type;
}

function targetOf(kind: string, name: string): Target {
  const type = typeFor(kind);
  return { type, name, ...(type.namespaced ? { namespace: NAMESPACE } : {}) };
}
