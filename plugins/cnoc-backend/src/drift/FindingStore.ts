import type {
  ChangedBy,
  Difference,
  Finding,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { Fence } from '../fabrics/Fence';

/** What a check finds wrong with a resource. */
export interface FindingContent {
  kind: string;
  name: string;
  type: Finding['type'];
  state?: Finding['state'];
  rule: string;
  severity: Finding['severity'];
  reason: string;
  file?: string;
  line?: number;
  commit?: string;
  changedBy?: ChangedBy;
  differences: Difference[];
}

/** An open finding, as far as a check needs to know it. */
export interface OpenFinding {
  id: string;
  identity: string;
  kind: string;
  name: string;
  type: Finding['type'];
  severity: Finding['severity'];
  reason: string;
  hash: string;
}

export interface FindingChanges {
  opened: { identity: string; hash: string; content: FindingContent }[];
  changed: { id: string; hash: string; content: FindingContent }[];
  resolved: OpenFinding[];
}

/** Where a page of findings ended. */
export interface FindingPosition {
  rank: number;
  firstSeen: string;
  id: string;
}

export interface FindingStore {
  open(fabric: string): Promise<OpenFinding[]>;
  write(
    fabric: string,
    at: Date,
    changes: FindingChanges,
    fence: Fence,
  ): Promise<void>;
  page(
    fabric: string,
    options: {
      status?: Finding['status'];
      severity?: Finding['severity'];
      kind?: string;
      after?: FindingPosition;
      limit: number;
    },
  ): Promise<{ items: Finding[]; total: number; positions: FindingPosition[] }>;
  /** Open findings of one resource, worst first; at most 100. */
  openOf(fabric: string, kind: string, name: string): Promise<Finding[]>;
  /** Open findings by severity, for each of the fabrics. */
  counts(
    fabrics: string[],
  ): Promise<Map<string, { critical: number; warning: number; info: number }>>;
}
