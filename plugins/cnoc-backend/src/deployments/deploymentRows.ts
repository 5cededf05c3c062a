import type {
  DeploymentStep,
  DeploymentSummary,
} from '@cnoc/backstage-plugin-cnoc-common';

export interface DeploymentRow {
  id: string;
  fabric: string;
  plan: string;
  status: DeploymentSummary['status'];
  message: string | null;
  commit_sha: string | null;
  created_at: string;
  created_by: string;
  started_at: string | null;
  finished_at: string | null;
  counts: string;
}

export interface StepRow {
  deployment: string;
  seq: number;
  wave: number;
  action: DeploymentStep['action'];
  kind: string;
  name: string;
  status: DeploymentStep['status'];
  message: string | null;
  started_at: string | null;
  finished_at: string | null;
  change: number;
}

export function summaryOf(
  row: DeploymentRow,
  steps: { done: number; failed: number },
): DeploymentSummary {
  return {
    id: row.id,
    plan: row.plan,
    status: row.status,
    message: row.message ?? undefined,
    commit: row.commit_sha ?? undefined,
    createdAt: row.created_at,
    createdBy: row.created_by,
    startedAt: row.started_at ?? undefined,
    finishedAt: row.finished_at ?? undefined,
    counts: JSON.parse(row.counts),
    ...steps,
  };
}

export function stepOf(row: StepRow): DeploymentStep {
  return {
    seq: row.seq,
    wave: row.wave,
    action: row.action,
    kind: row.kind,
    name: row.name,
    status: row.status,
    message: row.message ?? undefined,
    startedAt: row.started_at ?? undefined,
    finishedAt: row.finished_at ?? undefined,
  };
}
