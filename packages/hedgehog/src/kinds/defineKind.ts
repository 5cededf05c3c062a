import { Kind } from './Kind';

const fabricKeys = ['fabric.githedgehog.com/'];

type Given = Pick<
  Kind,
  | 'kind'
  | 'group'
  | 'plural'
  | 'title'
  | 'description'
  | 'applyWave'
  | 'spec'
  | 'example'
> &
  Partial<Omit<Kind, 'apiVersion' | 'singular'>>;

/** Fills in what is the same for nearly every kind. */
export function defineKind(given: Given): Kind {
  const version = given.version ?? 'v1beta1';
  return {
    managed: true,
    shortNames: [],
    recomputed: { labels: fabricKeys, annotations: [] },
    references: () => [],
    severityRules: [],
    rules: [],
    facts: () => [],
    hydrated: [],
    ...given,
    version,
    apiVersion: `${given.group}/${version}`,
    singular: given.kind.toLowerCase(),
  };
}
