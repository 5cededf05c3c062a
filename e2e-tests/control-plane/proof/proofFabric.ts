import type { KubernetesObject } from '@cnoc/hedgehog';
import { generateFabric } from '@cnoc/lab';
import { Random } from '@cnoc/lab/src/testing';
import { furnish } from './furnish';
import { toMesh } from './toMesh';

/** A fabric as git holds it, in a namespace of its own so that many can live in one cluster. */
export interface ProofFabric {
  namespace: string;
  shape: 'spine-leaf' | 'mesh';
  objects: KubernetesObject[];
}

const MOST_SPARE = 20;

/**
 * A clean fabric of 60 to 80 objects: spine-leaf or mesh, with ESLAG, bundled and unbundled servers, externals and
 * gateways, and with optional settings spelled as people spell them. The same seed gives the same fabric.
 */
export function proofFabric(seed: number): ProofFabric {
  const random = new Random(seed);
  const isMesh = random.chance(0.4);
  const plain = generateFabric({
    objects: 60 + random.below(MOST_SPARE + 1),
    seed,
  });
  const namespace = `proof-${seed}`;
  const objects = [
    ...(isMesh ? toMesh(plain) : plain),
    another('GatewayGroup', 'gw-2', 'gateway.githedgehog.com/v1alpha1'),
    another('SwitchGroup', 'group-1', 'wiring.githedgehog.com/v1beta1'),
    {
      ...another('VLANNamespace', 'storage', 'wiring.githedgehog.com/v1beta1'),
      spec: { ranges: [{ from: 3500, to: 3600 }] },
    },
  ];
  furnish(objects, random);
  return {
    namespace,
    shape: isMesh ? 'mesh' : 'spine-leaf',
    objects: objects.map(object => ({
      ...object,
      metadata: { ...object.metadata, namespace },
    })),
  };
}

function another(
  kind: string,
  name: string,
  apiVersion: string,
): KubernetesObject {
  return { apiVersion, kind, metadata: { name }, spec: {} };
}
