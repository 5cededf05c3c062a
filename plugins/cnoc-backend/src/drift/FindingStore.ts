import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type {
  ChangedBy,
  Difference,
  FabricFinding,
  Finding,
  FindingDetail,
  FindingPatch,
  SeverityCounts,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { FabricFilter } from '@cnoc/backstage-plugin-cnoc-node';
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

/** A finding that is not resolved, as far as a check needs to know it. */
export interface OpenFinding {
  id: string;
  identity: string;
  kind: string;
  name: string;
  type: Finding['type'];
  severity: Finding['severity'];
  reason: string;
  hash: string;
  status: Exclude<Finding['status'], 'resolved'>;
  etag: string;
  /** Its suppression is over, by the database's clock */
  ended: boolean;
}

/** A finding that was resolved a moment ago, with the status it had when it was. */
export interface ResolvedFinding
  extends Omit<OpenFinding, 'ended' | 'etag' | 'hash'> {
  ended: boolean;
}

/** Why a finding is open again without a person's doing. */
export type ReopenCause = 'graver' | 'ended';

export interface FindingChanges {
  opened: { identity: string; hash: string; content: FindingContent }[];
  /** The fact is back before anybody could take it for gone: the same rows go on */
  revived: {
    id: string;
    hash: string;
    content: FindingContent;
    status: OpenFinding['status'];
  }[];
  changed: {
    id: string;
    hash: string;
    content: FindingContent;
    /** Its severity is another: what a person decided on is no longer what they saw */
    isOtherSeverity: boolean;
  }[];
  reopened: {
    id: string;
    etag: string;
    cause: ReopenCause;
    kind: string;
    name: string;
    severity: Finding['severity'];
    reason: string;
  }[];
  resolved: OpenFinding[];
}

/** Where a page of findings ended. */
export interface FindingPosition {
  rank: number;
  firstSeen: string;
  id: string;
}

export interface FindingFilter {
  status?: Finding['status'];
  severity?: Finding['severity'];
  type?: Finding['type'];
  kind?: string;
  /** Case-insensitive part of the name */
  text?: string;
  /** First seen then or before; ISO 8601 */
  until?: string;
}

/** Which fabrics' findings: those that meet all of it. */
export interface FabricChoice {
  criteria?: PermissionCriteria<FabricFilter>;
  fabric?: string;
  environment?: string;
  owner?: string;
}

/** Findings that are not resolved, counted by fabric, status, severity and age. */
export interface FindingTally {
  fabric: string;
  status: OpenFinding['status'];
  severity: Finding['severity'];
  /** Index of the first of the given times that the findings are not older than; their number = older than all */
  age: number;
  count: number;
}

/** What a person says of findings. */
export interface FindingDecisionInput
  extends Pick<FindingPatch, 'status' | 'reason' | 'until'> {
  by: string;
  at: string;
}

export interface FindingStore {
  /** Findings of the fabric that are not resolved. */
  open(fabric: string): Promise<OpenFinding[]>;
  /** Those of the identities that were resolved at a time or later, the newest of each. */
  resolvedSince(
    fabric: string,
    since: Date,
    identities: readonly string[],
  ): Promise<ResolvedFinding[]>;
  write(
    fabric: string,
    at: Date,
    changes: FindingChanges,
    fence: Fence,
  ): Promise<void>;
  /** Deletes findings that were resolved before a time, and all but the newest of the rest. */
  trim(
    fabric: string,
    options: { resolvedBefore: Date; keep: number },
    fence: Fence,
  ): Promise<void>;
  page(
    fabric: string,
    options: FindingFilter & { after?: FindingPosition; limit: number },
  ): Promise<{ items: Finding[]; total: number; positions: FindingPosition[] }>;
  /** @returns `total` only where it is cheap to tell */
  pageOfAll(
    choice: FabricChoice,
    options: FindingFilter & { after?: FindingPosition; limit: number },
  ): Promise<{
    items: FabricFinding[];
    total?: number;
    positions: FindingPosition[];
  }>;
  get(fabric: string, id: string): Promise<FindingDetail | undefined>;
  /** Findings of one resource that are not resolved, worst first; at most 100. */
  openOf(fabric: string, kind: string, name: string): Promise<Finding[]>;
  /** Open findings by severity, for each of the fabrics. */
  counts(fabrics: string[]): Promise<Map<string, SeverityCounts>>;
  /** Since when the oldest drift of each fabric exists that is not resolved; ISO 8601. */
  driftSince(fabrics: string[]): Promise<Map<string, string>>;
  /** @param ages - times from young to old; ISO 8601 */
  tally(fabrics: string[], ages: readonly string[]): Promise<FindingTally[]>;
  /**
   * Gives findings another status, all of them or none, and writes it into their life.
   *
   * @param options - `ifMatch`: for a single one
   * @returns what changed: those that had another status or decision
   * @throws NotFoundError for one that the fabric does not have, ConflictError for a resolved one,
   *   PreconditionFailedError
   */
  decide(
    fabric: string,
    ids: readonly string[],
    decision: FindingDecisionInput,
    options: {
      ifMatch?: string;
      once?: { key: string; requestHash: string };
    },
  ): Promise<{ changed: Finding[]; replayed?: number }>;
}
