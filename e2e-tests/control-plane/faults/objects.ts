import { kinds, type KubernetesObject } from '@cnoc/hedgehog';

/** A small resource that refers to nothing. */
export function vlans(name: string, to = 2999): KubernetesObject {
  return {
    apiVersion: 'wiring.githedgehog.com/v1beta1',
    kind: 'VLANNamespace',
    metadata: { name },
    spec: { ranges: [{ from: 1000, to }] },
  };
}

/** A resource of which a cluster may hold many. */
export function server(name: string, description = name): KubernetesObject {
  return {
    apiVersion: 'wiring.githedgehog.com/v1beta1',
    kind: 'Server',
    metadata: { name },
    spec: { description },
  };
}

/** The end of the range of a {@link vlans}, however it was read. */
export function endOf(object: { spec?: unknown } | undefined): number {
  const spec = object?.spec as { ranges: { to: number }[] } | undefined;
  return spec?.ranges[0].to ?? NaN;
}

/** Path of an object, or of its collection. */
export function pathOf(kind: string, namespace: string, name?: string): string {
  const { apiVersion, plural } = kinds.find(known => known.kind === kind)!;
  const collection = `/apis/${apiVersion}/namespaces/${namespace}/${plural}`;
  return name === undefined ? collection : `${collection}/${name}`;
}
