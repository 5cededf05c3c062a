import { KubernetesObject } from '@cnoc/hedgehog';

export interface ListPage {
  items: KubernetesObject[];
  resourceVersion: string;
  /** Token of the next page; absent on the last. */
  continue?: string;
}

export type WatchEvent =
  /** The server has accepted the watch; nothing has happened yet. */
  | { type: 'OPENED' }
  | { type: 'ADDED' | 'MODIFIED' | 'DELETED'; object: KubernetesObject }
  | { type: 'BOOKMARK'; resourceVersion: string };

/** One operation of a JSON patch (RFC 6902). */
export interface JsonPatchOperation {
  op: 'add' | 'remove' | 'replace' | 'test' | 'move' | 'copy';
  path: string;
  from?: string;
  value?: unknown;
}

/**
 * The Kubernetes API of one cluster, in one namespace, as far as CNOC uses it. Writes are made by the field manager
 * `cnoc`. Every method throws {@link ClusterError}.
 */
export interface ClusterClient {
  /** For example `v1.32.4`. */
  version(signal?: AbortSignal): Promise<string>;
  /** The uid of the namespace kube-system: it stays for the life of a cluster. */
  identity(signal?: AbortSignal): Promise<string>;
  /** Those of the kinds CNOC works with that the cluster serves. */
  served(signal?: AbortSignal): Promise<ReadonlySet<string>>;
  listPage(
    kind: string,
    options: { limit: number; continue?: string },
    signal?: AbortSignal,
  ): Promise<ListPage>;
  /**
   * Events after a resource version. Ends when the server ends the stream; throws `gone` when the version is too old
   * and `timeout` when nothing at all came for `idleTimeoutMs`.
   */
  watch(
    kind: string,
    options: { resourceVersion: string; idleTimeoutMs: number },
    signal?: AbortSignal,
  ): AsyncIterable<WatchEvent>;
  get(
    kind: string,
    name: string,
    signal?: AbortSignal,
  ): Promise<KubernetesObject>;
  /** Server-side apply. */
  apply(
    object: KubernetesObject,
    options?: { dryRun?: boolean; force?: boolean },
    signal?: AbortSignal,
  ): Promise<KubernetesObject>;
  patch(
    kind: string,
    name: string,
    jsonPatch: readonly JsonPatchOperation[],
    /** `manager`: the field manager, default `cnoc` */
    options?: { dryRun?: boolean; manager?: string },
    signal?: AbortSignal,
  ): Promise<KubernetesObject>;
  /** Deletes; with `uid` or `resourceVersion` only the very object that was seen. */
  remove(
    kind: string,
    name: string,
    options?: { uid?: string; resourceVersion?: string; dryRun?: boolean },
    signal?: AbortSignal,
  ): Promise<void>;
}
