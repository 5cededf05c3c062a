import type { PlanSummary } from '@cnoc/backstage-plugin-cnoc-common';
import type { PlanRecord } from './PlanRecord';

/** Makes a request that is sent twice happen once. */
export interface Idempotency {
  key: string;
  /** Hash of what was asked: the same key with another request is refused */
  requestHash: string;
}

/** Where a page of plans or deployments ended. */
export interface CreatedPosition {
  createdAt: string;
  id: string;
}

export interface PlanStore {
  /** @throws ConflictError when the key was used for another request */
  find(
    fabric: string,
    createdBy: string,
    idempotency: Idempotency,
  ): Promise<PlanRecord | undefined>;
  insert(record: PlanRecord, idempotency?: Idempotency): Promise<void>;
  get(fabric: string, id: string): Promise<PlanRecord | undefined>;
  setStatus(
    fabric: string,
    id: string,
    status: PlanSummary['status'],
  ): Promise<void>;
  /** Newest first. */
  page(
    fabric: string,
    options: { after?: CreatedPosition; limit: number },
  ): Promise<PlanSummary[]>;
}
