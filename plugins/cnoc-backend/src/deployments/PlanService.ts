import { createHash, randomUUID } from 'node:crypto';
import { NotFoundError } from '@backstage/errors';
import type {
  PlanRequest,
  PlanSummary,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { Diagnostic } from '@cnoc/hedgehog';
import type { ActivityService } from '../activity/ActivityService';
import type { DesiredService } from '../desired';
import { unknownOf } from '../drift/DriftService';
import { notServedOf } from '../drift/notServedOf';
import type { FabricDefinition } from '../fabrics/FabricDefinition';
import type { FabricStore } from '../fabrics/FabricStore';
import type { LiveService } from '../live';
import { dryRunLine } from './dryRunLine';
import { mapLimited } from '../fabrics/mapLimited';
import { planOf, type DraftPlan } from './planOf';
import type { PlannedLine, PlanRecord } from './PlanRecord';
import type { CreatedPosition, Idempotency, PlanStore } from './PlanStore';

const DRY_RUNS_AT_ONCE = 8;

/** Makes plans, and keeps them. */
export class PlanService {
  readonly #store: PlanStore;
  readonly #fabrics: FabricStore;
  readonly #desired: DesiredService;
  readonly #live: LiveService;
  readonly #activity: ActivityService;
  readonly #now: () => Date;

  private constructor(options: PlanServiceOptions) {
    this.#store = options.store;
    this.#fabrics = options.fabrics;
    this.#desired = options.desired;
    this.#live = options.live;
    this.#activity = options.activity;
    this.#now = options.now;
  }

  static create(options: PlanServiceOptions): PlanService {
    return new PlanService(options);
  }

  /**
   * @throws ConflictError when the idempotency key was used for another request
   */
  async create(
    definition: FabricDefinition,
    request: PlanRequest,
    options: {
      createdBy: string;
      idempotencyKey?: string;
      signal: AbortSignal;
    },
  ): Promise<PlanRecord> {
    const fabric = definition.name;
    const idempotency = options.idempotencyKey
      ? { key: options.idempotencyKey, requestHash: hashOfRequest(request) }
      : undefined;
    const earlier = await this.#earlier(fabric, options.createdBy, idempotency);
    if (earlier) return earlier;

    const [record, run, desired, snapshot] = await Promise.all([
      this.#fabrics.get(fabric),
      this.#desired.lastRun(fabric),
      this.#desired.objects(fabric),
      this.#live.snapshot(definition),
    ]);
    const unknown = unknownOf(snapshot);
    const draft = planOf({
      desired,
      live: snapshot.objects,
      run,
      unknown,
      notServed: notServedOf(snapshot),
      managedKinds: new Set([
        ...(record?.managedKinds ?? []),
        ...desired.map(object => object.kind),
      ]),
      scope: definition.scope,
      prune: request.prune ?? false,
      resources: request.resources,
    });
    const force = request.force ?? false;
    const lines = await this.#dryRun(definition, draft, {
      force,
      // A cluster that cannot be read answers no dry run either
      skip: unknown === 'all',
      signal: options.signal,
    });
    const blockers = [...draft.blockers, ...dryRunBlockers(lines)];

    const plan: PlanRecord = {
      id: randomUUID(),
      fabric,
      status: statusOf(lines, blockers),
      commit: run.commit?.sha,
      createdAt: this.#now().toISOString(),
      createdBy: options.createdBy,
      counts: {
        create: lines.filter(line => line.action === 'create').length,
        update: lines.filter(line => line.action === 'update').length,
        delete: lines.filter(line => line.action === 'delete').length,
      },
      prune: request.prune ?? false,
      force,
      lines,
      blockers,
      notPruned: draft.notPruned,
    };
    try {
      await this.#store.insert(plan, idempotency);
    } catch (error) {
      // Another request with the same key may have won the race
      const winner = await this.#earlier(
        fabric,
        options.createdBy,
        idempotency,
      );
      if (winner) return winner;
      throw error;
    }
    await this.#activity.record(fabric, {
      type: 'plan.created',
      actor: options.createdBy,
      message: `Plan: ${plan.counts.create} to create, ${plan.counts.update} to update, ${plan.counts.delete} to delete`,
      plan: plan.id,
      commit: plan.commit,
    });
    return plan;
  }

  /** @throws NotFoundError also for a plan of another fabric */
  async get(fabric: string, id: string): Promise<PlanRecord> {
    const plan = await this.#store.get(fabric, id);
    if (!plan)
      throw new NotFoundError(`Fabric '${fabric}' has no plan '${id}'`);
    return plan;
  }

  page(
    fabric: string,
    options: { after?: CreatedPosition; limit: number },
  ): Promise<PlanSummary[]> {
    return this.#store.page(fabric, options);
  }

  async #earlier(
    fabric: string,
    createdBy: string,
    idempotency: Idempotency | undefined,
  ): Promise<PlanRecord | undefined> {
    return idempotency && this.#store.find(fabric, createdBy, idempotency);
  }

  #dryRun(
    definition: FabricDefinition,
    draft: DraftPlan,
    options: { force: boolean; skip: boolean; signal: AbortSignal },
  ): Promise<PlannedLine[]> {
    const client = this.#live.client(definition.cluster, definition.namespace);
    return mapLimited(draft.lines, DRY_RUNS_AT_ONCE, async draftLine => {
      const {
        desired: _desired,
        liveObject,
        after: _after,
        ...line
      } = draftLine;
      if (options.skip) {
        return {
          ...line,
          dryRun: { ok: false, message: 'The cluster cannot be reached' },
        };
      }
      const dryRun = await dryRunLine(draftLine, {
        client,
        namespace: definition.namespace,
        force: options.force,
        holderOf: path =>
          liveObject && this.#live.changedBy(liveObject, path)?.manager,
        signal: options.signal,
      });
      return { ...line, dryRun };
    });
  }
}

export interface PlanServiceOptions {
  store: PlanStore;
  fabrics: FabricStore;
  desired: DesiredService;
  live: LiveService;
  activity: ActivityService;
  now: () => Date;
}

function statusOf(
  lines: readonly PlannedLine[],
  blockers: readonly Diagnostic[],
): PlanSummary['status'] {
  if (blockers.length > 0) return 'blocked';
  return lines.length === 0 ? 'empty' : 'ready';
}

function dryRunBlockers(lines: readonly PlannedLine[]): Diagnostic[] {
  return lines
    .filter(line => !line.dryRun.ok)
    .map(({ kind, name, action, dryRun }) => {
      const at = { severity: 'critical' as const, kind, name };
      const conflicts = dryRun.conflicts ?? [];
      if (conflicts.length > 0) {
        const held = conflicts
          .slice(0, 5)
          .map(({ manager, field }) => `${field} (${manager})`)
          .join(', ');
        return {
          ...at,
          rule: 'plan.conflict',
          message: `${kind} '${name}': another field manager holds ${held}`,
          hint: 'Plan with force to take the fields over, or change git to what the cluster has.',
        };
      }
      return {
        ...at,
        rule: 'plan.refused',
        message: `The cluster refuses to ${action} ${kind} '${name}': ${
          dryRun.message ?? 'no reason given'
        }`,
        hint: 'Mend the resource in git, then plan again.',
      };
    });
}

function hashOfRequest(request: PlanRequest): string {
  const { prune = false, force = false, resources } = request;
  return createHash('sha256')
    .update(JSON.stringify([prune, force, resources ?? null]))
    .digest('hex');
}
