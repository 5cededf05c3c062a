import type { ResourceRef } from '@cnoc/backstage-plugin-cnoc-common';
import type { Knex } from 'knex';
import type { DeploymentWrite } from '../drift/DeploymentWrite';

const LOOKUP = 200;
/** Of the resources of one look-up; a resource that is deployed often has many. */
const MAX_WRITES = 2_000;

interface Row {
  kind: string;
  name: string;
  action: DeploymentWrite['action'];
  started_at: string | null;
  finished_at: string | null;
  deployment: string;
  commit_sha: string | null;
  created_by: string;
}

/** The last writes of a fabric's deployments to resources, the newest first. One that is under way counts. */
export async function deploymentWrites(
  knex: Knex,
  fabric: string,
  resources: readonly ResourceRef[],
): Promise<DeploymentWrite[]> {
  const wanted = new Set(resources.map(({ kind, name }) => `${kind}/${name}`));
  const names = [...new Set(resources.map(({ name }) => name))];
  const writes: DeploymentWrite[] = [];
  for (let start = 0; start < names.length; start += LOOKUP) {
    const rows: Row[] = await knex('deployment_steps')
      .join('deployments', 'deployments.id', 'deployment_steps.deployment')
      .where('deployments.fabric', fabric)
      .whereIn('deployment_steps.status', ['running', 'succeeded'])
      .whereIn('deployment_steps.name', names.slice(start, start + LOOKUP))
      .orderBy('deployment_steps.started_at', 'desc')
      .limit(MAX_WRITES)
      .select(
        'deployment_steps.kind',
        'deployment_steps.name',
        'deployment_steps.action',
        'deployment_steps.started_at',
        'deployment_steps.finished_at',
        'deployment_steps.deployment',
        'deployments.commit_sha',
        'deployments.created_by',
      );
    for (const row of rows) {
      const at = row.finished_at ?? row.started_at;
      if (!at || !wanted.has(`${row.kind}/${row.name}`)) continue;
      writes.push({
        kind: row.kind,
        name: row.name,
        action: row.action,
        at,
        by: row.created_by,
        deployment: row.deployment,
        commit: row.commit_sha ?? undefined,
      });
    }
  }
  return writes;
}
