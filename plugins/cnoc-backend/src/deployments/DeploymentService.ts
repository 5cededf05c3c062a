import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type {
  Deployment,
  DeploymentSummary,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { ActivityService } from '../activity/ActivityService';
import type { DesiredService } from '../desired';
import { resourceKey } from '../drift/resourceKey';
import type { FabricDefinition } from '../fabrics/FabricDefinition';
import type { LiveService } from '../live';
import type { DeploymentStore, LoggedStep } from './DeploymentStore';
import { mapLimited } from '../fabrics/mapLimited';
import type { PlanRecord } from './PlanRecord';
import type { CreatedPosition, PlanStore } from './PlanStore';
import { readLive } from './readLive';
import { voidReason } from './voidReason';

const READS_AT_ONCE = 8;

/** Queues deployments and tells of them; the lease holder executes them. */
export class DeploymentService {
  readonly #plans: PlanStore;
  readonly #store: DeploymentStore;
  readonly #desired: DesiredService;
  readonly #live: LiveService;
  readonly #activity: ActivityService;
  readonly #now: () => Date;

  private constructor(options: DeploymentServiceOptions) {
    this.#plans = options.plans;
    this.#store = options.store;
    this.#desired = options.desired;
    this.#live = options.live;
    this.#activity = options.activity;
    this.#now = options.now;
  }

  static create(options: DeploymentServiceOptions): DeploymentService {
    return new DeploymentService(options);
  }

  /**
   * @throws ConflictError when another deployment runs, the plan cannot be executed, or reality moved since it was made
   */
  async create(
    definition: FabricDefinition,
    plan: PlanRecord,
    options: {
      createdBy: string;
      idempotencyKey?: string;
      signal: AbortSignal;
    },
  ): Promise<Deployment> {
    const fabric = definition.name;
    const earlier = await this.#earlier(fabric, plan, options);
    if (earlier) return earlier;
    refuseUnlessReady(plan);
    if ((await this.#store.countUnfinished([fabric])) > 0) {
      throw new ConflictError(
        `Another deployment of fabric '${fabric}' is under way; wait for its end`,
      );
    }
    const moved = await this.#moved(definition, plan, options.signal);
    if (moved) {
      await this.#plans.setStatus(fabric, plan.id, 'void');
      throw new ConflictError(`The plan is void, make a new one: ${moved}`);
    }

    let deployment: Deployment;
    try {
      deployment = await this.#store.insert(plan, {
        createdBy: options.createdBy,
        createdAt: this.#now().toISOString(),
        idempotencyKey: options.idempotencyKey,
      });
    } catch (error) {
      const winner = await this.#earlier(fabric, plan, options);
      if (winner) return winner;
      throw error;
    }
    await this.#plans.setStatus(fabric, plan.id, 'deployed');
    await this.#activity.record(fabric, {
      type: 'deployment.started',
      actor: options.createdBy,
      message: `Deployment of ${deployment.steps.length} ${
        deployment.steps.length === 1 ? 'change' : 'changes'
      } queued`,
      deployment: deployment.id,
      plan: plan.id,
      commit: plan.commit,
    });
    return deployment;
  }

  /** @throws NotFoundError also for a deployment of another fabric */
  async get(fabric: string, id: string): Promise<Deployment> {
    return this.#found(fabric, id, await this.#store.get(fabric, id));
  }

  /** @throws NotFoundError also for a deployment of another fabric */
  async summary(fabric: string, id: string): Promise<DeploymentSummary> {
    return this.#found(fabric, id, await this.#store.summary(fabric, id));
  }

  page(
    fabric: string,
    options: { after?: CreatedPosition; limit: number },
  ): Promise<DeploymentSummary[]> {
    return this.#store.page(fabric, options);
  }

  latest(fabrics: string[]): Promise<Map<string, DeploymentSummary>> {
    return this.#store.latest(fabrics);
  }

  countUnfinished(fabrics: string[]): Promise<number> {
    return this.#store.countUnfinished(fabrics);
  }

  log(id: string, after: number, limit: number): Promise<LoggedStep[]> {
    return this.#store.log(id, after, limit);
  }

  async #earlier(
    fabric: string,
    plan: PlanRecord,
    options: { createdBy: string; idempotencyKey?: string },
  ): Promise<Deployment | undefined> {
    if (!options.idempotencyKey) return undefined;
    const earlier = await this.#store.find(
      fabric,
      options.createdBy,
      options.idempotencyKey,
    );
    if (earlier && earlier.plan !== plan.id) {
      throw new ConflictError(
        'The Idempotency-Key was used for another plan; use a new one',
      );
    }
    return earlier;
  }

  async #moved(
    definition: FabricDefinition,
    plan: PlanRecord,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const client = this.#live.client(definition.cluster, definition.namespace);
    const desired = new Map(
      (await this.#desired.objects(definition.name)).map(object => [
        resourceKey(object),
        object.hash,
      ]),
    );
    const reasons = await mapLimited(plan.lines, READS_AT_ONCE, async line =>
      voidReason(
        line,
        await readLive(client, line.kind, line.name, signal),
        desired.get(resourceKey(line)),
      ),
    );
    return reasons.find(Boolean);
  }

  #found<T>(fabric: string, id: string, deployment: T | undefined): T {
    if (!deployment) {
      throw new NotFoundError(`Fabric '${fabric}' has no deployment '${id}'`);
    }
    return deployment;
  }
}

export interface DeploymentServiceOptions {
  plans: PlanStore;
  store: DeploymentStore;
  desired: DesiredService;
  live: LiveService;
  activity: ActivityService;
  now: () => Date;
}

function refuseUnlessReady(plan: PlanRecord): void {
  switch (plan.status) {
    case 'ready':
      return;
    case 'empty':
      throw new InputError('The plan has nothing to do');
    case 'blocked':
      throw new ConflictError(
        `The plan is blocked: ${
          plan.blockers[0]?.message ?? 'see its blockers'
        }`,
      );
    case 'deployed':
      throw new ConflictError(
        'The plan has been deployed already; make a new one',
      );
    default:
      throw new ConflictError(
        'The plan is void, make a new one: reality moved since it was made',
      );
  }
}
