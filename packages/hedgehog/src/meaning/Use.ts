import { ObjectKey } from '../model/KubernetesObject';

/** One place where something is used. */
export interface Use {
  object: ObjectKey;
  /** Where in the object, as `formatPath` writes it. */
  path: string;
  /** One sentence for a network engineer. */
  sentence: string;
}

/** All uses counted, the first of them told. */
export interface Uses {
  count: number;
  uses: Use[];
}
