/** Where one resource stands between an editor, git, the cluster and the switches. */
export type ResourceState =
  | 'draft'
  | 'committed'
  | 'pending'
  | 'synced'
  | 'drifted'
  | 'orphaned'
  | 'unknown';
