import type { KubernetesObject } from '@cnoc/hedgehog';
import { sizeOf } from './FabricSize';
import { generateNetworks } from './generateNetworks';
import { generateWiring } from './generateWiring';
import { numbered, objectOf } from './objectOf';
import { Random } from './Random';

/**
 * A valid fabric of exactly `objects` objects (60 or more) of all kinds in the proportions of real ones, every reference
 * resolved. The same numbers give the same fabric. The objects are as git would hold them: no defaults, no namespace.
 */
export function generateFabric(options: {
  objects: number;
  seed: number;
}): KubernetesObject[] {
  const size = sizeOf(options.objects);
  const random = new Random(options.seed);
  const wiring = generateWiring(size, random);
  const fabric = [...wiring.objects, ...generateNetworks(size, wiring, random)];
  const spares = Array.from(
    { length: options.objects - fabric.length },
    (_, index) =>
      objectOf('Server', numbered('spare', index, 4), {
        description: 'Not cabled yet',
      }),
  );
  return [...fabric, ...spares];
}
