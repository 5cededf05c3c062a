import { randomUUID } from 'node:crypto';
import type { KubernetesObject } from '@cnoc/hedgehog';
import { printManagers, type FieldManagerEntry } from './fields/managers';
import { equalJson, isJsonObject, type JsonObject } from './json';

/** The object with the metadata that only the server writes. `at` is the time of creation, RFC 3339. */
export function withServerMetadata(
  object: KubernetesObject,
  live: KubernetesObject | undefined,
  managers: FieldManagerEntry[],
  at: string,
): KubernetesObject {
  const { name, namespace, labels, annotations, ...more } = object.metadata;
  const generation = Number(live?.metadata.generation ?? 0);
  const changed = !live || !equalJson(contentOf(live), contentOf(object));
  return {
    ...object,
    metadata: {
      ...(Array.isArray(more.finalizers) && more.finalizers.length
        ? { finalizers: more.finalizers }
        : {}),
      ...(live?.metadata.deletionTimestamp
        ? {
            deletionGracePeriodSeconds: 0,
            deletionTimestamp: live.metadata.deletionTimestamp,
          }
        : {}),
      ...(more.ownerReferences
        ? { ownerReferences: more.ownerReferences }
        : {}),
      ...(hasKeys(annotations) ? { annotations } : {}),
      creationTimestamp: live?.metadata.creationTimestamp ?? at,
      generation: changed ? generation + 1 : generation,
      ...(hasKeys(labels) ? { labels } : {}),
      managedFields: printManagers(managers),
      name,
      ...(namespace ? { namespace } : {}),
      ...(live ? { resourceVersion: live.metadata.resourceVersion } : {}),
      uid: live?.metadata.uid ?? randomUUID(),
    },
  };
}

function hasKeys(value: unknown): boolean {
  return isJsonObject(value) && Object.keys(value).length > 0;
}

function contentOf(object: KubernetesObject): JsonObject {
  const { metadata: _m, status: _s, ...content } = object;
  return content;
}
