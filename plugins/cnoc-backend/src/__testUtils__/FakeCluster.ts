import type { KubernetesObject } from '@cnoc/hedgehog';
import { ClusterError, type ClusterClient } from '../live';

/**
 * A cluster in memory with just what the executor needs: versions, preconditions, merge on apply. `before` runs ahead of
 * each write and may fail it.
 */
export class FakeCluster {
  readonly objects = new Map<string, KubernetesObject>();
  readonly writes: string[] = [];
  before: (write: string) => void = () => {};
  #version = 0;

  put(object: KubernetesObject, uid = `uid-${object.metadata.name}`): void {
    this.objects.set(keyOf(object.kind, object.metadata.name), {
      ...object,
      metadata: {
        ...object.metadata,
        uid,
        resourceVersion: String(++this.#version),
      },
    });
  }

  client(): ClusterClient {
    const unused = () => {
      throw new Error('not used here');
    };
    return {
      version: unused,
      identity: unused,
      served: unused,
      listPage: unused,
      watch: unused,
      get: async (kind, name) => this.#get(kind, name),
      apply: async object => {
        const { kind, metadata } = object;
        this.#write('apply', kind, metadata.name);
        const current = this.objects.get(keyOf(kind, metadata.name));
        this.#precondition(current, {
          uid: metadata.uid,
          resourceVersion: metadata.resourceVersion,
        });
        const { resourceVersion: _version, uid: _uid, ...rest } = metadata;
        this.put({
          ...object,
          metadata: rest as KubernetesObject['metadata'],
          spec: { ...current?.spec, ...object.spec },
        });
        return this.#get(kind, metadata.name);
      },
      patch: async (kind, name, patch) => {
        this.#write('patch', kind, name);
        const object = structuredClone(this.#get(kind, name));
        for (const operation of patch) {
          const keys = operation.path.slice(1).split('/');
          const last = keys.pop()!;
          // Test data: whatever the patch names is there
          let holder = object as never as Record<string, never>;
          for (const key of keys) holder = holder[key];
          if (operation.op === 'remove') delete holder[last];
          else if (holder[last] !== operation.value) {
            throw new ClusterError('conflict', 'The test failed');
          }
        }
        this.put(object);
        return this.#get(kind, name);
      },
      remove: async (kind, name, options = {}) => {
        this.#write('delete', kind, name);
        this.#precondition(this.#get(kind, name), options);
        this.objects.delete(keyOf(kind, name));
      },
    };
  }

  #get(kind: string, name: string): KubernetesObject {
    const object = this.objects.get(keyOf(kind, name));
    if (!object) throw new ClusterError('notFound', `No ${kind} '${name}'`);
    return object;
  }

  #write(verb: string, kind: string, name: string): void {
    const write = `${verb} ${keyOf(kind, name)}`;
    this.before(write);
    this.writes.push(write);
  }

  #precondition(
    current: KubernetesObject | undefined,
    wanted: { uid?: unknown; resourceVersion?: unknown },
  ): void {
    for (const field of ['uid', 'resourceVersion'] as const) {
      if (
        wanted[field] !== undefined &&
        wanted[field] !== current?.metadata[field]
      ) {
        throw new ClusterError('conflict', `Another ${field}`);
      }
    }
  }
}

function keyOf(kind: string, name: string): string {
  return `${kind}/${name}`;
}
