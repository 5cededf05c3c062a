/** A Kubernetes object as JSON has it. Only the parts every object shares are typed. */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    [key: string]: unknown;
  };
  spec?: Record<string, unknown>;
  status?: unknown;
  [key: string]: unknown;
}

/** What names one object among all objects of a fabric. */
export interface ObjectKey {
  kind: string;
  name: string;
}

/** An object together with the place in git it was read from. */
export interface SourcedObject {
  object: KubernetesObject;
  file: string;
  /** 1-based line of the document's first key. */
  line: number;
}
