import type {
  Activity,
  FabricFinding,
  FabricFindingQuery,
  Finding,
  FindingDetail,
  FindingPatch,
  FindingQuery,
  FindingsPatch,
  FindingTotals,
  IgnoreRule,
  IgnoreRuleInput,
  Page,
  PageQuery,
  ResourceMoment,
} from '../schema/types';
import type { CnocRequestOptions, CnocWriteOptions } from './CnocApi';

/** @public */
export type FabricEvent =
  | { type: 'activity'; id: string; activity: Activity }
  /** Events were lost: fetch anew what is shown */
  | { type: 'resync'; id: string };

/**
 * The part of the REST API that is about findings, their life, and what happened when.
 *
 * @public
 */
export interface FindingApi {
  listFindings(
    fabric: string,
    query?: FindingQuery,
    options?: CnocRequestOptions,
  ): Promise<Page<Finding> & { totalItems: number }>;
  listAllFindings(
    query?: FabricFindingQuery,
    options?: CnocRequestOptions,
  ): Promise<Page<FabricFinding>>;
  getFindingTotals(options?: CnocRequestOptions): Promise<FindingTotals>;
  getFinding(
    fabric: string,
    finding: string,
    options?: CnocRequestOptions,
  ): Promise<FindingDetail>;
  changeFinding(
    fabric: string,
    finding: string,
    patch: FindingPatch,
    options?: CnocWriteOptions,
  ): Promise<FindingDetail>;
  /** All of them or none. */
  changeFindings(
    fabric: string,
    patch: FindingsPatch,
    options?: CnocWriteOptions,
  ): Promise<{ changed: number }>;
  listIgnoreRules(
    fabric: string,
    options?: CnocRequestOptions,
  ): Promise<{ items: IgnoreRule[] }>;
  createIgnoreRule(
    fabric: string,
    rule: IgnoreRuleInput,
    options?: CnocWriteOptions,
  ): Promise<IgnoreRule>;
  deleteIgnoreRule(
    fabric: string,
    rule: string,
    options?: CnocRequestOptions,
  ): Promise<void>;
  getResourceHistory(
    fabric: string,
    kind: string,
    name: string,
    query?: PageQuery,
    options?: CnocRequestOptions,
  ): Promise<Page<ResourceMoment>>;
  /**
   * What happens to a fabric, until the connection ends. Start again after the last event's `id`.
   */
  streamFabricEvents(
    fabric: string,
    options?: CnocRequestOptions & { lastEventId?: string },
  ): AsyncIterable<FabricEvent>;
}
