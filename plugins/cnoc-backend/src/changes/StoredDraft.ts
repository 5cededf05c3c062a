/** A change of one resource that is not in git yet, as a person left it. One for each resource of a fabric. */
export interface StoredDraft {
  kind: string;
  name: string;
  action: 'write' | 'delete';
  /** For write: the document as typed, also when it cannot be read. */
  yaml?: string;
  /** From the root of the repository: where the person wants it; absent = where it is, or the default place. */
  file?: string;
  /** What git had when the draft began; absent when it had none. */
  base?: { yaml: string; commit?: string };
  /** Another at each save. */
  version: string;
  /** ISO 8601. */
  updatedAt: string;
  /** Entity reference. */
  updatedBy: string;
}

/** Most drafts that a fabric can have. */
export const maxDrafts = 10_000;
