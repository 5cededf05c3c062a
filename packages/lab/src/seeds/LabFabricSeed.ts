import type { KubernetesObject } from '@cnoc/hedgehog';

export interface SeedCommit {
  message: string;
  author: { name: string; email: string };
  /** Absent = the time of the start. */
  at?: Date;
  /** Text of each file, with paths relative to the fabric's own directory; null removes a file. */
  files: Record<string, string | null>;
}

/** Something a person did to the cluster by hand, past git. */
export type HandEdit = {
  /** Field manager, for example `kubectl-edit`. */
  manager: string;
  /** Absent = the time of the start. */
  at?: Date;
} & (
  | { kind: string; name: string; mergePatch: Record<string, unknown> }
  | { kind: string; name: string; remove: true }
  | { create: KubernetesObject }
);

/** A fabric as the lab begins it: its history in git and what its cluster holds. */
export interface LabFabricSeed {
  /** Name of the cluster and of the directory `fabrics/<name>` in the repository `fabrics`. */
  name: string;
  title: string;
  history: SeedCommit[];
  /** Index in `history` of the commit that the cluster holds; absent = the last one. */
  deployedCommit?: number;
  /** Done after the deployed commit was applied by the manager `cnoc`, in this order. */
  handEdits: HandEdit[];
}
