import {
  factsOf,
  referencesOf,
  type Fact,
  type KubernetesObject,
} from '@cnoc/hedgehog';
import { resourceKey } from './resourceKey';

/** What follows from a resource alone. */
export interface Details {
  facts: Fact[];
  /** What it refers to, each once */
  references: { kind: string; name: string }[];
}

export function detailsOf(canonical: KubernetesObject): Details {
  const references = new Map(
    referencesOf(canonical).map(({ kind, name }) => [
      resourceKey({ kind, name }),
      { kind, name },
    ]),
  );
  return {
    facts: factsOf(canonical),
    references: [...references.values()],
  };
}
