import { KubernetesObject } from '@cnoc/hedgehog';

/** One resource as git has it at the last good commit. */
export interface DesiredObject {
  kind: string;
  name: string;
  /** From the root of the repository. */
  file: string;
  /** 1-based line where the document begins. */
  line: number;
  /** As written. */
  object: KubernetesObject;
  canonical: KubernetesObject;
  /** Of `canonical`. */
  hash: string;
}

export function byKindAndName(a: DesiredObject, b: DesiredObject): number {
  const [one, two] = a.kind === b.kind ? [a.name, b.name] : [a.kind, b.kind];
  return one < two ? -1 : Number(one > two);
}
