import type {
  Fabric,
  FabricStatus,
  SeverityCounts,
  DeploymentSummary,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { SyncRun } from '../desired';
import type { ResourceCounts } from '../drift/ResourceStateStore';
import type { FabricObservation, FabricRecord } from '../fabrics/FabricStore';

const MAX_DIAGNOSTICS = 200;

/** A fabric in the contract's shape, from what the tables say of it. */
export function presentFabric(parts: {
  record: FabricRecord;
  run: SyncRun;
  counts: ResourceCounts;
  findings: SeverityCounts;
  repository: { url: string; branch: string } | undefined;
  /** Its cluster is a lab */
  lab: boolean;
  /** Since when the oldest drift exists */
  driftSince?: string;
  lastDeployment: DeploymentSummary | undefined;
}): Fabric {
  const { record, run, counts, lastDeployment } = parts;
  const { definition, observation } = record;
  const { inGit, inCluster, differing, lagging, lagSince, ...resources } =
    counts;
  const invalid = new Set(
    run.diagnostics
      .filter(one => one.severity === 'critical')
      .map(one => `${one.kind}/${one.name}/${one.file}/${one.line}`),
  );
  return {
    name: definition.name,
    title: definition.title,
    description: definition.description,
    environment: definition.environment,
    owner: definition.owner,
    repository: {
      name: definition.repository,
      url: parts.repository?.url ?? '',
      branch: parts.repository?.branch ?? '',
      path: definition.path,
    },
    cluster: {
      name: definition.cluster,
      namespace: definition.namespace,
      lab: parts.lab,
    },
    status: presentStatus(parts),
    resources,
    layers: {
      git: {
        resources: inGit,
        invalid: invalid.size,
        at: run.at?.toISOString(),
      },
      cluster: {
        resources: inCluster,
        differing,
        since: parts.driftSince,
      },
      switches: observation?.switches ?? [],
      lagging: { resources: lagging, since: lagSince },
    },
    origin: record.origin,
    scope: definition.scope,
    etag: record.etag,
    lastCommit: run.commit,
    lastDeployment,
    revision: record.revision,
  };
}

function presentStatus(parts: {
  record: FabricRecord;
  run: SyncRun;
  findings: SeverityCounts;
}): FabricStatus {
  const { record, run, findings } = parts;
  const { observation } = record;
  return {
    connection: observation?.connection ?? { state: 'unknown' },
    sync: {
      state: run.state,
      commit: run.commit?.sha,
      at: run.at?.toISOString(),
      message: run.message,
      diagnostics: run.diagnostics.slice(0, MAX_DIAGNOSTICS),
    },
    drift: {
      state: record.driftState,
      findings,
      checkedAt: record.checkedAt,
      fullCheck: observation?.fullCheck,
    },
    health: healthOf(observation),
  };
}

function healthOf(
  observation: FabricObservation | undefined,
): FabricStatus['health'] {
  const count = (state: string) =>
    observation?.switches.filter(one => one.state === state).length ?? 0;
  const switches = {
    ready: count('ready'),
    lagging: count('lagging'),
    silent: count('silent'),
  };
  const stale =
    !observation ||
    observation.connection.staleSince !== undefined ||
    observation.switches.length === 0 ||
    observation.switches.every(one => one.state === 'unknown');
  if (stale) return { state: 'unknown', switches };
  if (switches.silent > 0 || count('unhealthy') > 0) {
    return { state: 'degraded', switches };
  }
  return {
    state: switches.lagging > 0 ? 'progressing' : 'healthy',
    switches,
  };
}
