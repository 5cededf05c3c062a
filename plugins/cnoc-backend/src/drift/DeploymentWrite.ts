import type {
  ChangedBy,
  ResourceRef,
} from '@cnoc/backstage-plugin-cnoc-common';

/** A write that a deployment of CNOC made, or is making. */
export interface DeploymentWrite extends ResourceRef {
  action: 'create' | 'update' | 'delete';
  /** ISO 8601, by the engine's clock */
  at: string;
  /** Entity reference of who deployed */
  by: string;
  deployment: string;
  commit?: string;
}

/** The last writes to resources; of many for one, the newest. Deployments stand above this room: the engine hands it in. */
export type WritesOf = (
  fabric: string,
  resources: readonly ResourceRef[],
) => Promise<DeploymentWrite[]>;

/** Under this name CNOC writes to clusters. */
export const cnocManager = 'cnoc';

/** The API server's clock and the engine's may differ by this much. */
const MAX_SKEW_MS = 5 * 60_000;

/** Joins what CNOC itself wrote with the deployment that wrote it: the one nearest in time. */
export function withDeployment(
  holder: ChangedBy,
  writes: readonly DeploymentWrite[],
): ChangedBy {
  if (holder.manager !== cnocManager) return holder;
  const write = nearest(
    writes.filter(one => one.action !== 'delete'),
    holder.at,
  );
  if (!write) return holder;
  const { by, deployment, commit } = write;
  return { ...holder, by, deployment, ...(commit && { commit }) };
}

/** Who made a resource go away, where a deployment did. */
export function whoDeleted(
  writes: readonly DeploymentWrite[],
  at: string,
): ChangedBy | undefined {
  const write = nearest(
    writes.filter(one => one.action === 'delete'),
    at,
  );
  if (!write) return undefined;
  const { by, deployment, commit } = write;
  return {
    manager: cnocManager,
    at: write.at,
    by,
    deployment,
    ...(commit && { commit }),
  };
}

function nearest(
  writes: readonly DeploymentWrite[],
  at: string | undefined,
): DeploymentWrite | undefined {
  if (at === undefined) {
    return [...writes].sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  }
  const distance = (one: DeploymentWrite) =>
    Math.abs(Date.parse(one.at) - Date.parse(at));
  const [closest] = [...writes].sort((a, b) => distance(a) - distance(b));
  return closest && distance(closest) <= MAX_SKEW_MS ? closest : undefined;
}
