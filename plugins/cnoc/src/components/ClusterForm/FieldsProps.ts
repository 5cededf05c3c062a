import type { Cluster } from '@cnoc/backstage-plugin-cnoc-common';
import type { ClusterDraft, ClusterProblems } from '../../model/clusterDraft';

/** @internal */
export type FieldsProps = {
  /** Absent = a new one */
  cluster?: Cluster;
  draft: ClusterDraft;
  problems: ClusterProblems;
  onChange: (change: Partial<ClusterDraft>) => void;
};
