import { KubernetesObject } from '@cnoc/hedgehog';
import type { JsonObject } from '@backstage/types';
import { AddressPolicy } from '../fabrics/network';
import {
  ClusterClient,
  JsonPatchOperation,
  ListPage,
  WatchEvent,
} from './ClusterClient';
import { AccessSource, ClusterAccess } from './clusters/ClusterAccess';
import { ClusterQuestions } from './clusters/ClusterQuestions';
import { ClusterError } from './ClusterError';
import { ClusterLimits, ClusterTransport } from './ClusterTransport';
import {
  parseJson,
  parseList,
  parseObject,
  parseWatchEvent,
} from './parseAnswer';
import { readLines } from './readBody';
import { servedSchema } from './servedSchema';
import { transportError } from './transportError';
import { findWatchedKind, WatchedKind, watchedKinds } from './watchedKinds';

const fieldManager = 'cnoc';

/** Makes sure that the cluster is the one that it was. @throws ClusterError `replaced` */
export type ClusterGuard = (
  purpose: 'read' | 'write',
  signal?: AbortSignal,
) => Promise<void>;

/** Speaks to a Kubernetes API over HTTP. One instance a cluster: its sockets and its request budget are shared. */
export class HttpClusterClient implements ClusterClient {
  readonly #transport: ClusterTransport;
  /** undefined = all namespaces; only lists and watches may do that. */
  readonly #namespace: string | undefined;
  /** Where single objects are when the client spans all namespaces. */
  readonly #home: string;
  readonly #guard: ClusterGuard;

  private constructor(
    transport: ClusterTransport,
    namespace: string | undefined,
    home: string,
    guard: ClusterGuard,
  ) {
    this.#transport = transport;
    this.#namespace = namespace;
    this.#home = home;
    this.#guard = guard;
  }

  /** @param options - `definition`: an access that stays as it is; `guard`: default none */
  static create(
    options: {
      policy: AddressPolicy;
      limits?: Partial<ClusterLimits>;
      guard?: ClusterGuard;
      onSocket?: () => void;
    } & (
      | { definition: ClusterAccess & { name: string; namespace: string } }
      | { access: AccessSource; namespace: string }
    ),
  ): HttpClusterClient {
    const { policy, limits, guard = async () => {} } = options;
    const { access, namespace } =
      'definition' in options
        ? {
            access: async () => options.definition,
            namespace: options.definition.namespace,
          }
        : options;
    return new HttpClusterClient(
      ClusterTransport.create({
        access,
        policy,
        limits,
        onSocket: options.onSocket,
      }),
      namespace,
      namespace,
      guard,
    );
  }

  /** The same connection, seen from another namespace; undefined = lists and watches span all. */
  inNamespace(namespace: string | undefined): HttpClusterClient {
    return namespace === this.#namespace
      ? this
      : new HttpClusterClient(
          this.#transport,
          namespace,
          this.#home,
          this.#guard,
        );
  }

  /** What a test of the connection asks. */
  get questions(): ClusterQuestions {
    return ClusterQuestions.create(this.#transport);
  }

  /** Ends all requests and closes all sockets of the cluster. */
  async close(): Promise<void> {
    await this.#transport.close();
  }

  async version(signal?: AbortSignal): Promise<string> {
    const { gitVersion } = parseJson(
      await this.#transport.call({ path: '/version', signal }),
    );
    return typeof gitVersion === 'string' ? gitVersion.slice(0, 64) : 'unknown';
  }

  async identity(signal?: AbortSignal): Promise<string> {
    const text = await this.#transport.call({
      path: '/api/v1/namespaces/kube-system',
      signal,
    });
    const { metadata } = parseObject(text, {
      kind: 'Namespace',
      apiVersion: 'v1',
    });
    if (typeof metadata.uid !== 'string') {
      throw new ClusterError(
        'malformed',
        'The cluster does not say which cluster it is.',
      );
    }
    return metadata.uid;
  }

  async served(signal?: AbortSignal): Promise<ReadonlySet<string>> {
    const versions = new Set(watchedKinds.map(watched => watched.apiVersion));
    const served = new Set<string>();
    await Promise.all(
      [...versions].map(async apiVersion => {
        const text = await this.#transport
          .call({
            path: `/apis/${apiVersion}`,
            signal,
          })
          .catch(error => {
            if (error instanceof ClusterError && error.reason === 'notFound') {
              return '{}';
            }
            throw error;
          });
        const { resources } = parseJson(text);
        for (const resource of Array.isArray(resources) ? resources : []) {
          const known = watchedKinds.find(
            watched =>
              watched.apiVersion === apiVersion &&
              watched.plural === resource?.name,
          );
          if (known) {
            served.add(known.kind);
          }
        }
      }),
    );
    return served;
  }

  /** The schema (`openAPIV3Schema`) that the cluster serves of a kind; undefined when it has none. */
  async schema(
    kind: string,
    signal?: AbortSignal,
  ): Promise<JsonObject | undefined> {
    const { apiVersion, plural } = this.#kind(kind);
    const [group, name] = apiVersion.split('/');
    await this.#guard('read', signal);
    const text = await this.#transport
      .call({
        path: `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${plural}.${group}`,
        signal,
      })
      .catch((error: unknown) => {
        if (error instanceof ClusterError && error.reason === 'notFound') {
          return '{}';
        }
        throw error;
      });
    return servedSchema(parseJson(text), name);
  }

  async listPage(
    kind: string,
    options: { limit: number; continue?: string },
    signal?: AbortSignal,
  ): Promise<ListPage> {
    const watched = this.#kind(kind);
    await this.#guard('read', signal);
    const text = await this.#transport.call({
      path: this.#collection(watched),
      query: { limit: String(options.limit), continue: options.continue },
      maxBytes: this.#transport.limits.maxListBytes,
      signal,
    });
    // The request may have opened a socket, behind which is another cluster
    await this.#guard('read', signal);
    return parseList(text, watched);
  }

  async *watch(
    kind: string,
    options: { resourceVersion: string; idleTimeoutMs: number },
    signal?: AbortSignal,
  ): AsyncGenerator<WatchEvent> {
    const watched = this.#kind(kind);
    // A silent connection looks like a quiet one; bookmarks come often enough to tell them apart (K6).
    const idle = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(() => idle.abort(), options.idleTimeoutMs);
    };
    const ended = signal ? AbortSignal.any([signal, idle.signal]) : idle.signal;
    alive();
    try {
      await this.#guard('read', ended);
      const body = await this.#transport.stream({
        path: this.#collection(watched),
        query: {
          watch: 'true',
          allowWatchBookmarks: 'true',
          resourceVersion: options.resourceVersion,
          timeoutSeconds: String(300 + Math.floor(Math.random() * 300)),
        },
        signal: ended,
      });
      await this.#guard('read', ended);
      alive();
      yield { type: 'OPENED' };
      const chunks = async function* heard() {
        for await (const chunk of body) {
          alive();
          yield chunk;
        }
      };
      for await (const line of readLines(
        chunks(),
        this.#transport.limits.maxObjectBytes,
      )) {
        yield parseWatchEvent(line, watched);
      }
    } catch (error) {
      if (idle.signal.aborted) {
        throw new ClusterError(
          'timeout',
          'The cluster fell silent in the middle of a watch.',
        );
      }
      throw transportError(error);
    } finally {
      clearTimeout(timer);
      // Ends the request when the reader has stopped early; an abort after its end is nothing.
      idle.abort();
    }
  }

  async get(
    kind: string,
    name: string,
    signal?: AbortSignal,
  ): Promise<KubernetesObject> {
    const watched = this.#kind(kind);
    await this.#guard('read', signal);
    const text = await this.#transport.call({
      path: this.#item(watched, name),
      signal,
    });
    await this.#guard('read', signal);
    return parseObject(text, watched);
  }

  async apply(
    object: KubernetesObject,
    options: { dryRun?: boolean; force?: boolean } = {},
    signal?: AbortSignal,
  ): Promise<KubernetesObject> {
    const watched = this.#kind(object.kind);
    const namespace = object.metadata.namespace ?? this.#namespace;
    await this.#guard('write', signal);
    const text = await this.#transport.call({
      method: 'PATCH',
      path: this.#item(watched, object.metadata.name, namespace),
      query: {
        fieldManager,
        force: options.force ? 'true' : undefined,
        dryRun: options.dryRun ? 'All' : undefined,
        // A typo must be an error here, as with kubectl, and not be dropped in silence.
        fieldValidation: 'Strict',
      },
      // JSON is YAML, so this is a valid apply patch.
      body: { ...object, metadata: { ...object.metadata, namespace } },
      contentType: 'application/apply-patch+yaml',
      signal,
    });
    return parseObject(text, watched);
  }

  async patch(
    kind: string,
    name: string,
    jsonPatch: readonly JsonPatchOperation[],
    options: { dryRun?: boolean; manager?: string } = {},
    signal?: AbortSignal,
  ): Promise<KubernetesObject> {
    const watched = this.#kind(kind);
    await this.#guard('write', signal);
    const text = await this.#transport.call({
      method: 'PATCH',
      path: this.#item(watched, name),
      query: {
        fieldManager: options.manager ?? fieldManager,
        dryRun: options.dryRun ? 'All' : undefined,
      },
      body: jsonPatch,
      contentType: 'application/json-patch+json',
      signal,
    });
    return parseObject(text, watched);
  }

  async remove(
    kind: string,
    name: string,
    options: { uid?: string; resourceVersion?: string; dryRun?: boolean } = {},
    signal?: AbortSignal,
  ): Promise<void> {
    const { uid, resourceVersion, dryRun } = options;
    await this.#guard('write', signal);
    await this.#transport.call({
      method: 'DELETE',
      path: this.#item(this.#kind(kind), name),
      body: {
        apiVersion: 'v1',
        kind: 'DeleteOptions',
        // In the body and not in the query: a server that finds options in the body reads no others, and would delete
        ...(dryRun && { dryRun: ['All'] }),
        ...((uid || resourceVersion) && {
          preconditions: {
            ...(uid && { uid }),
            ...(resourceVersion && { resourceVersion }),
          },
        }),
      },
      contentType: 'application/json',
      signal,
    });
  }

  #kind(kind: string): WatchedKind {
    const watched = findWatchedKind(kind);
    if (!watched) {
      throw new ClusterError(
        'invalid',
        `CNOC does not manage the kind ${kind}.`,
      );
    }
    return watched;
  }

  #collection(watched: WatchedKind, namespace = this.#namespace): string {
    const scope = namespace
      ? `/namespaces/${encodeURIComponent(namespace)}`
      : '';
    return `/apis/${watched.apiVersion}${scope}/${watched.plural}`;
  }

  #item(
    watched: WatchedKind,
    name: string,
    namespace = this.#namespace ?? this.#home,
  ): string {
    // `.` and `..` survive encodeURIComponent and would name another path.
    if (!/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(name)) {
      throw new ClusterError(
        'invalid',
        `A resource's name is of small letters, digits, dots and dashes; that one is not.`,
      );
    }
    return `${this.#collection(watched, namespace)}/${name}`;
  }
}
