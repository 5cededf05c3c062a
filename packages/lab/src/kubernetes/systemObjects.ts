import type { KubernetesObject } from '@cnoc/hedgehog';
import { servedSchema } from './servedSchema';
import { resourceTypes } from './ResourceType';
import type { ObjectStore } from './ObjectStore';

/** Puts the namespaces and the CRDs of a new cluster in place. `uid` is that of kube-system: the cluster's identity. */
export function addSystemObjects(
  store: ObjectStore,
  uid: string,
  at: Date,
): void {
  const creationTimestamp = `${at.toISOString().slice(0, 19)}Z`;
  for (const name of ['default', 'kube-system']) {
    store.put(
      { plural: 'namespaces' },
      {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: {
          name,
          uid: name === 'kube-system' ? uid : derivedUid(uid, name),
          creationTimestamp,
          labels: { 'kubernetes.io/metadata.name': name },
        },
        spec: { finalizers: ['kubernetes'] },
        status: { phase: 'Active' },
      },
    );
  }
  for (const definition of customResourceDefinitions()) {
    const { metadata } = definition;
    store.put(
      { plural: 'customresourcedefinitions' },
      {
        ...definition,
        metadata: {
          ...metadata,
          uid: derivedUid(uid, metadata.name),
          creationTimestamp,
          generation: 1,
        },
      },
    );
  }
}

function customResourceDefinitions(): KubernetesObject[] {
  return resourceTypes
    .filter(type => type.group.endsWith('githedgehog.com'))
    .map(({ kind, group, version, plural, singular, shortNames }) => ({
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: `${plural}.${group}` },
      spec: {
        group,
        names: {
          kind,
          listKind: `${kind}List`,
          plural,
          singular,
          shortNames: [...shortNames],
          categories: ['hedgehog'],
        },
        scope: 'Namespaced',
        versions: [
          {
            name: version,
            served: true,
            storage: true,
            subresources: { status: {} },
            schema: { openAPIV3Schema: servedSchema(kind) },
          },
        ],
      },
      status: {
        acceptedNames: { kind, plural },
        storedVersions: [version],
        conditions: [
          {
            type: 'Established',
            status: 'True',
            reason: 'InitialNamesAccepted',
          },
        ],
      },
    }));
}

/** A uid that follows from the cluster's, so that a restart shows the same one. */
function derivedUid(uid: string, name: string): string {
  let hash = 0x811c9dc5;
  for (const char of name) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return `${hash.toString(16).padStart(8, '0')}${uid.slice(8)}`;
}
