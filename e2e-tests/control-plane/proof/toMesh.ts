import type { KubernetesObject } from '@cnoc/hedgehog';
import { placesOf } from './places';

/** The same fabric without spines: the leaves are joined to each other, and gateways to the first leaf. */
export function toMesh(
  objects: readonly KubernetesObject[],
): KubernetesObject[] {
  const switches = objects.filter(({ kind }) => kind === 'Switch');
  const leaves = switches.filter(({ spec }) => spec?.role !== 'spine');
  const names = leaves.map(({ metadata }) => metadata.name);
  const rest = objects
    .filter(
      ({ kind, spec }) =>
        !(kind === 'Switch' && spec?.role === 'spine') &&
        !(kind === 'Connection' && spec?.fabric),
    )
    .map(object => structuredClone(object));
  rest.forEach(object => {
    placesOf(object, 'spec.gateway.links.*.switch.port').forEach(place =>
      place.put(`${names[0]}/E1/54`),
    );
    if (object.kind === 'Gateway') {
      placesOf(object, 'spec.neighbors.*.asn').forEach(place =>
        place.put(leaves[0].spec?.asn),
      );
    }
  });
  const pairs = names.flatMap((left, index) =>
    names.slice(index + 1).map(right => [left, right]),
  );
  return [
    ...rest,
    ...pairs.map(([left, right], index) => ({
      apiVersion: 'wiring.githedgehog.com/v1beta1',
      kind: 'Connection',
      metadata: { name: `${left}--mesh--${right}` },
      spec: {
        mesh: {
          links: [49, 50].map((port, link) => ({
            leaf1: {
              port: `${left}/E1/${port}`,
              ip: `172.30.132.${4 * index + 2 * link}/31`,
            },
            leaf2: {
              port: `${right}/E1/${port}`,
              ip: `172.30.132.${4 * index + 2 * link + 1}/31`,
            },
          })),
        },
      },
    })),
  ];
}
