import type {
  Deployment,
  DeploymentStep,
  DeploymentSummary,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { KubernetesObject } from '@cnoc/hedgehog';
import type { Fence } from '../fabrics/Fence';
import type { PlanRecord } from './PlanRecord';
import type { CreatedPosition } from './PlanStore';

/** What a step's row may change to. */
export interface StepChange {
  status: DeploymentStep['status'];
  message?: string;
  startedAt?: string;
  finishedAt?: string;
  /** Canonical form before the write, for a rollback */
  before?: KubernetesObject;
  resourceVersion?: string;
}

/** A step beside its position in the log. */
export interface LoggedStep {
  change: number;
  step: DeploymentStep;
}

export interface DeploymentStore {
  find(
    fabric: string,
    createdBy: string,
    idempotencyKey: string,
  ): Promise<Deployment | undefined>;
  /**
   * Queues the execution of a plan.
   *
   * @throws ConflictError while another deployment of the fabric is queued or running
   */
  insert(
    plan: PlanRecord,
    options: { createdBy: string; createdAt: string; idempotencyKey?: string },
  ): Promise<Deployment>;
  get(fabric: string, id: string): Promise<Deployment | undefined>;
  summary(fabric: string, id: string): Promise<DeploymentSummary | undefined>;
  /** The queued or running deployment, if any. */
  unfinished(fabric: string): Promise<Deployment | undefined>;
  /** How many of the fabrics have a queued or running deployment. */
  countUnfinished(fabrics: string[]): Promise<number>;
  latest(fabrics: string[]): Promise<Map<string, DeploymentSummary>>;
  /** Newest first. */
  page(
    fabric: string,
    options: { after?: CreatedPosition; limit: number },
  ): Promise<DeploymentSummary[]>;
  start(id: string, at: string, fence: Fence): Promise<void>;
  changeStep(
    id: string,
    seq: number,
    change: StepChange,
    fence: Fence,
  ): Promise<void>;
  /** Marks what has not begun as skipped, and ends the deployment. */
  finish(
    id: string,
    end: {
      status: 'succeeded' | 'failed' | 'partial';
      message?: string;
      at: string;
    },
    fence: Fence,
  ): Promise<void>;
  /** Steps that changed after a position of the log, in order; at most `limit`. */
  log(id: string, after: number, limit: number): Promise<LoggedStep[]>;
}
