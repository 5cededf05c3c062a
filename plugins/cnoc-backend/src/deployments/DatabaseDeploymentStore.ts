import { randomUUID } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import type {
  Deployment,
  DeploymentSummary,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { Knex } from 'knex';
import {
  stepOf,
  summaryOf,
  type DeploymentRow,
  type StepRow,
} from './deploymentRows';
import type { DeploymentStore, StepChange } from './DeploymentStore';
import { olderThan } from './olderThan';

const BATCH = 100;

export class DatabaseDeploymentStore implements DeploymentStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  static create(options: { database: Knex }): DatabaseDeploymentStore {
    return new DatabaseDeploymentStore(options.database);
  }

  find: DeploymentStore['find'] = async (fabric, createdBy, key) =>
    this.#full(
      await this.#knex<DeploymentRow>('deployments')
        .where({ fabric })
        .where('created_by', createdBy)
        .where('idempotency_key', key)
        .first(),
    );

  insert: DeploymentStore['insert'] = async (plan, options) => {
    const id = randomUUID();
    const { fabric } = plan;
    if (await this.unfinished(fabric)) throw otherRuns(fabric);
    try {
      await this.#knex.transaction(async tx => {
        await tx('deployments').insert({
          id,
          fabric,
          unfinished: fabric,
          plan: plan.id,
          status: 'queued',
          commit_sha: plan.commit ?? null,
          created_at: options.createdAt,
          created_by: options.createdBy,
          counts: JSON.stringify(plan.counts),
          idempotency_key: options.idempotencyKey ?? null,
        });
        await tx.batchInsert(
          'deployment_steps',
          plan.lines.map(({ seq, wave, action, kind, name }) => ({
            deployment: id,
            seq,
            wave,
            action,
            kind,
            name,
            status: 'pending',
          })),
          BATCH,
        );
      });
    } catch (error) {
      // The unique column decides a race of two requests
      if (await this.unfinished(fabric)) throw otherRuns(fabric);
      throw error;
    }
    return (await this.get(fabric, id))!;
  };

  get: DeploymentStore['get'] = async (fabric, id) =>
    this.#full(
      await this.#knex<DeploymentRow>('deployments')
        .where({ fabric, id })
        .first(),
    );

  summary: DeploymentStore['summary'] = async (fabric, id) => {
    const row = await this.#knex<DeploymentRow>('deployments')
      .where({ fabric, id })
      .first();
    return row && (await this.#summaries([row]))[0];
  };

  unfinished: DeploymentStore['unfinished'] = async fabric =>
    this.#full(
      await this.#knex<DeploymentRow>('deployments')
        .where('unfinished', fabric)
        .first(),
    );

  countUnfinished: DeploymentStore['countUnfinished'] = async fabrics => {
    const [{ total }] = await this.#knex('deployments')
      .whereIn('unfinished', fabrics)
      .count({ total: '*' });
    return Number(total);
  };

  latest: DeploymentStore['latest'] = async fabrics => {
    const newest = this.#knex('deployments')
      .whereIn('fabric', fabrics)
      .groupBy('fabric')
      .select('fabric')
      .max({ created_at: 'created_at' })
      .as('newest');
    const rows: DeploymentRow[] = await this.#knex('deployments')
      .join(newest, join =>
        join
          .on('newest.fabric', 'deployments.fabric')
          .on('newest.created_at', 'deployments.created_at'),
      )
      .select('deployments.*');
    const summaries = await this.#summaries(rows);
    return new Map(summaries.map((one, index) => [rows[index].fabric, one]));
  };

  page: DeploymentStore['page'] = async (fabric, { after, limit }) => {
    const query = this.#knex('deployments').where({ fabric }).limit(limit);
    return this.#summaries(await olderThan(query, after).select('*'));
  };

  start: DeploymentStore['start'] = async (id, at, fence) => {
    await this.#knex.transaction(async tx => {
      await fence.assertHeld(tx);
      await tx('deployments')
        .where({ id, status: 'queued' })
        .update({ status: 'running', started_at: at });
    });
  };

  changeStep: DeploymentStore['changeStep'] = async (id, seq, step, fence) => {
    await this.#knex.transaction(async tx => {
      await fence.assertHeld(tx);
      await tx('deployment_steps')
        .where({ deployment: id, seq })
        .update({ ...columnsOf(step), change: await nextChange(tx, id) });
    });
  };

  finish: DeploymentStore['finish'] = async (id, end, fence) => {
    await this.#knex.transaction(async tx => {
      await fence.assertHeld(tx);
      // A position of its own for each, so that a reader of the log can stop between any two
      const { change } = await tx('deployments').where({ id }).first('change');
      await tx('deployment_steps')
        .where({ deployment: id, status: 'pending' })
        .update({ status: 'skipped', change: tx.raw('? + seq', [change]) });
      const last = await tx('deployment_steps')
        .where('deployment', id)
        .max({ change: 'change' })
        .first();
      await tx('deployments')
        .where({ id })
        .update({
          change: Number(last?.change ?? change),
          status: end.status,
          message: end.message ?? null,
          finished_at: end.at,
          unfinished: null,
        });
    });
  };

  log: DeploymentStore['log'] = async (id, after, limit) => {
    const rows: StepRow[] = await this.#knex<StepRow>('deployment_steps')
      .where('deployment', id)
      .where('change', '>', after)
      .orderBy([{ column: 'change' }, { column: 'seq' }])
      .limit(limit)
      .select('*');
    return rows.map(row => ({ change: row.change, step: stepOf(row) }));
  };

  async #full(row: DeploymentRow | undefined): Promise<Deployment | undefined> {
    if (!row) return undefined;
    const [summary] = await this.#summaries([row]);
    const steps: StepRow[] = await this.#knex<StepRow>('deployment_steps')
      .where('deployment', row.id)
      .orderBy('seq')
      .select('*');
    return { ...summary, steps: steps.map(stepOf) };
  }

  async #summaries(rows: DeploymentRow[]): Promise<DeploymentSummary[]> {
    const totals: {
      deployment: string;
      status: string;
      total: number | string;
    }[] = await this.#knex('deployment_steps')
      .whereIn(
        'deployment',
        rows.map(row => row.id),
      )
      .whereIn('status', ['succeeded', 'failed'])
      .groupBy('deployment', 'status')
      .select('deployment', 'status')
      .count({ total: '*' });
    const total = (id: string, status: string) =>
      Number(
        totals.find(one => one.deployment === id && one.status === status)
          ?.total ?? 0,
      );
    return rows.map(row =>
      summaryOf(row, {
        done: total(row.id, 'succeeded'),
        failed: total(row.id, 'failed'),
      }),
    );
  }
}

function otherRuns(fabric: string): ConflictError {
  return new ConflictError(
    `Another deployment of fabric '${fabric}' is under way; wait for its end`,
  );
}

async function nextChange(tx: Knex.Transaction, id: string): Promise<number> {
  await tx('deployments').where({ id }).increment('change', 1);
  const row = await tx('deployments').where({ id }).first('change');
  return row.change;
}

// knex leaves undefined columns of an update alone
function columnsOf(step: StepChange) {
  return {
    status: step.status,
    message: step.message,
    started_at: step.startedAt,
    finished_at: step.finishedAt,
    before: step.before && JSON.stringify(step.before),
    resource_version: step.resourceVersion,
  };
}
