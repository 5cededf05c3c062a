import { kinds, readYaml, type KubernetesObject } from '@cnoc/hedgehog';
import { generateFabric } from '@cnoc/lab';
import { Random } from '@cnoc/lab/src/testing';
import type { CrdSchema } from './CrdSchema';
import { mutations } from './mutations';

/** One object of the corpus, and what was done to it. */
export interface Case {
  title: string;
  object: KubernetesObject;
}

/** One object in this many is left valid. */
const VALID_EVERY = 4;

/**
 * Objects of all kinds in equal parts: valid ones, and ones that are wrong in one way, each way in equal parts where the
 * kind allows it. The same seed gives the same corpus.
 */
export function generateCorpus(options: {
  count: number;
  seed: number;
  schemas: ReadonlyMap<string, CrdSchema>;
}): Case[] {
  const { count, seed, schemas } = options;
  const random = new Random(seed);
  const sound = soundObjects(seed);
  const ways = Object.entries(mutations);
  return Array.from({ length: count }, (_, index) => {
    const { kind } = kinds[index % kinds.length];
    const schema = schemas.get(kind) as CrdSchema;
    const object = structuredClone(random.pick(sound.get(kind) ?? []));
    const round = Math.floor(index / kinds.length);
    const from = round % ways.length;
    const rotated = [...ways.slice(from), ...ways.slice(0, from)];
    const way =
      round % VALID_EVERY === 0
        ? undefined
        : rotated.find(([, mutate]) => mutate(object, schema, random));
    return { title: `#${index} ${kind} (${way?.[0] ?? 'valid'})`, object };
  });
}

/** The examples of every kind, and a generated fabric for variety. */
function soundObjects(seed: number): Map<string, KubernetesObject[]> {
  const all = [
    ...kinds.flatMap(({ kind, example }) =>
      readYaml(example, { file: kind }).objects.map(({ object }) => object),
    ),
    ...generateFabric({ objects: 500, seed }),
  ];
  const byKind = new Map<string, KubernetesObject[]>();
  for (const object of all) {
    byKind.set(object.kind, [...(byKind.get(object.kind) ?? []), object]);
  }
  return byKind;
}
