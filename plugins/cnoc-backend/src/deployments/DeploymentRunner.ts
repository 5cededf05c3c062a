import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  Deployment,
  DeploymentStep,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { ActivityService } from '../activity/ActivityService';
import type { DesiredService } from '../desired';
import type { FabricDefinition } from '../fabrics/FabricDefinition';
import type { Fence } from '../fabrics/Fence';
import { ClusterError, type LiveService } from '../live';
import type { DeploymentStore } from './DeploymentStore';
import { executeLine, LineRefused, type LineResult } from './executeLine';
import { mapLimited } from '../fabrics/mapLimited';
import type { PlannedLine, PlanRecord } from './PlanRecord';
import type { PlanStore } from './PlanStore';

const STEPS_AT_ONCE = 4;
const MAX_TRIES = 4;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Executes a fabric's queued deployment, or goes on with one that another process left unfinished. Runs only under the
 * lease of the fabric's cluster: each change of a row proves it.
 */
export class DeploymentRunner {
  readonly #plans: PlanStore;
  readonly #store: DeploymentStore;
  readonly #desired: DesiredService;
  readonly #live: LiveService;
  readonly #activity: ActivityService;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #pause: (ms: number, signal: AbortSignal) => Promise<void>;

  private constructor(options: DeploymentRunnerOptions) {
    this.#plans = options.plans;
    this.#store = options.store;
    this.#desired = options.desired;
    this.#live = options.live;
    this.#activity = options.activity;
    this.#logger = options.logger;
    this.#now = options.now;
    this.#pause = options.pause;
  }

  static create(options: DeploymentRunnerOptions): DeploymentRunner {
    return new DeploymentRunner(options);
  }

  /**
   * @returns whether there was a deployment
   * @throws ConflictError when the lease is lost, the signal's abort; the deployment then stays unfinished for the next
   *   holder
   */
  async run(
    definition: FabricDefinition,
    fence: Fence,
    signal: AbortSignal,
  ): Promise<boolean> {
    const fabric = definition.name;
    const deployment = await this.#store.unfinished(fabric);
    if (!deployment) return false;
    const plan = await this.#plans.get(fabric, deployment.plan);
    if (!plan)
      throw new Error(`The plan of deployment ${deployment.id} is gone`);

    await this.#store.start(deployment.id, this.#time(), fence);
    await this.#activity.touch(fabric);
    for (const wave of wavesOf(deployment.steps)) {
      await this.#runWave(definition, deployment, plan, wave, fence, signal);
      const now = await this.#store.get(fabric, deployment.id);
      if (now?.steps.some(step => step.status === 'failed')) break;
    }
    await this.#finish(definition, deployment, fence);
    return true;
  }

  async #runWave(
    definition: FabricDefinition,
    deployment: Deployment,
    plan: PlanRecord,
    steps: DeploymentStep[],
    fence: Fence,
    signal: AbortSignal,
  ): Promise<void> {
    // A cluster that has stopped answering refuses the rest of the wave too; there is no use in asking it
    let unreachable = false;
    await mapLimited(
      steps.filter(
        step => step.status === 'pending' || step.status === 'running',
      ),
      STEPS_AT_ONCE,
      async step => {
        if (unreachable) return;
        const line = plan.lines.find(one => one.seq === step.seq)!;
        try {
          const result = await this.#execute(
            definition,
            deployment,
            { plan, line, resumed: step.status === 'running' },
            fence,
            signal,
          );
          await this.#store.changeStep(
            deployment.id,
            step.seq,
            {
              status: 'succeeded',
              finishedAt: this.#time(),
              ...result,
            },
            fence,
          );
        } catch (error) {
          if (signal.aborted) throw error;
          if (
            !(error instanceof ClusterError || error instanceof LineRefused)
          ) {
            throw error;
          }
          unreachable ||= error instanceof ClusterError && error.retryable;
          await this.#store.changeStep(
            deployment.id,
            step.seq,
            {
              status: 'failed',
              message: messageOf(error),
              finishedAt: this.#time(),
            },
            fence,
          );
        }
        await this.#activity.touch(definition.name);
      },
    );
  }

  async #execute(
    definition: FabricDefinition,
    deployment: Deployment,
    job: { plan: PlanRecord; line: PlannedLine; resumed: boolean },
    fence: Fence,
    signal: AbortSignal,
  ): Promise<LineResult> {
    const { plan, line } = job;
    await this.#store.changeStep(
      deployment.id,
      line.seq,
      { status: 'running', startedAt: this.#time() },
      fence,
    );
    const desired = await this.#desired.get(
      definition.name,
      line.kind,
      line.name,
    );
    let resumed = job.resumed;
    for (let tries = 1; ; tries++) {
      const again = resumed;
      try {
        return await executeLine(line, {
          desired,
          client: this.#live.client(definition.cluster, definition.namespace),
          namespace: definition.namespace,
          force: plan.force,
          resumed: again,
          // Also proves the lease right before each write
          before: canonical =>
            this.#store.changeStep(
              deployment.id,
              line.seq,
              { status: 'running', before: again ? undefined : canonical },
              fence,
            ),
          signal,
        });
      } catch (error) {
        if (signal.aborted || tries >= MAX_TRIES) throw error;
        if (!(error instanceof ClusterError) || !error.retryable) throw error;
        // The answer was lost, not necessarily the write
        resumed = true;
        await this.#pause(
          Math.min(
            error.retryAfterMs ?? FIRST_PAUSE_MS * 2 ** (tries - 1),
            LONGEST_PAUSE_MS,
          ),
          signal,
        );
      }
    }
  }

  async #finish(
    definition: FabricDefinition,
    { id }: Deployment,
    fence: Fence,
  ): Promise<void> {
    const fabric = definition.name;
    const { steps } = (await this.#store.get(fabric, id))!;
    const failed = steps.filter(step => step.status === 'failed');
    const done = steps.filter(step => step.status === 'succeeded').length;
    const status = endOf(done, steps.length);
    const message =
      status === 'succeeded'
        ? undefined
        : `${done} of ${steps.length} changes were made. ${
            failed[0]?.message ?? ''
          }`.trim();
    await this.#store.finish(id, { status, message, at: this.#time() }, fence);
    this.#logger.info(
      `Deployment ${id} of fabric '${fabric}' ${status}: ${done} of ${steps.length} steps`,
    );
    const { createdBy, plan, commit } = (await this.#store.get(fabric, id))!;
    await this.#activity.record(fabric, {
      type: 'deployment.finished',
      severity: status === 'succeeded' ? undefined : 'warning',
      actor: createdBy,
      message:
        status === 'succeeded'
          ? `Deployment succeeded: ${done} ${done === 1 ? 'change' : 'changes'}`
          : `Deployment ${
              status === 'partial' ? 'ended half-way' : 'failed'
            }: ${message}`,
      deployment: id,
      plan,
      commit,
    });
  }

  #time(): string {
    return this.#now().toISOString();
  }
}

export interface DeploymentRunnerOptions {
  plans: PlanStore;
  store: DeploymentStore;
  desired: DesiredService;
  live: LiveService;
  activity: ActivityService;
  logger: LoggerService;
  now: () => Date;
  /** Waits; rejects when the signal is aborted */
  pause: (ms: number, signal: AbortSignal) => Promise<void>;
}

function wavesOf(steps: readonly DeploymentStep[]): DeploymentStep[][] {
  const waves = new Map<number, DeploymentStep[]>();
  for (const step of steps) {
    waves.set(step.wave, [...(waves.get(step.wave) ?? []), step]);
  }
  return [...waves.keys()].sort((a, b) => a - b).map(wave => waves.get(wave)!);
}

function endOf(
  done: number,
  total: number,
): 'succeeded' | 'failed' | 'partial' {
  if (done === total) return 'succeeded';
  return done > 0 ? 'partial' : 'failed';
}

function messageOf(error: Error & { conflicts?: unknown }): string {
  const conflicts = error instanceof ClusterError ? error.conflicts ?? [] : [];
  if (conflicts.length === 0) return error.message;
  return `${error.message} (${conflicts
    .slice(0, 5)
    .map(({ manager, field }) => `${field} is held by ${manager}`)
    .join(', ')})`;
}
