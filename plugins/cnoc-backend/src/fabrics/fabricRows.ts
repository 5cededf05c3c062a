import type { FabricDefinition } from './FabricDefinition';
import type { FabricRecord } from './FabricStore';

export interface FabricRow {
  name: string;
  title: string | null;
  description: string | null;
  environment: string | null;
  owner: string | null;
  repository: string;
  path: string;
  cluster: string;
  namespace: string;
  scope: string | null;
  version: number;
  origin: FabricRecord['origin'];
  etag: string | null;
  once_key: string | null;
  once_digest: string | null;
  revision: number | string;
  drift_state: FabricRecord['driftState'];
  checked_at: string | null;
  managed_kinds: string;
  observed: string | null;
  told: string | null;
}

/** What a row says of a fabric that nothing was seen of yet. */
export const placeless = {
  drift_state: 'unknown',
  checked_at: null,
  managed_kinds: '[]',
  observed: null,
  told: null,
};

export function rowOf(definition: FabricDefinition) {
  return {
    name: definition.name,
    title: definition.title ?? null,
    description: definition.description ?? null,
    environment: definition.environment ?? null,
    owner: definition.owner ?? null,
    repository: definition.repository,
    path: definition.path,
    cluster: definition.cluster,
    namespace: definition.namespace,
    scope: definition.scope ? JSON.stringify(definition.scope) : null,
  };
}

export function definitionOf(
  row: Pick<FabricRow, keyof FabricDefinition>,
): FabricDefinition {
  return {
    name: row.name,
    title: row.title ?? undefined,
    description: row.description ?? undefined,
    environment: row.environment ?? undefined,
    owner: row.owner ?? undefined,
    repository: row.repository,
    path: row.path,
    cluster: row.cluster,
    namespace: row.namespace,
    scope: row.scope ? JSON.parse(row.scope) : undefined,
    version: row.version,
  };
}

export function recordOf(row: FabricRow): FabricRecord {
  return {
    definition: definitionOf(row),
    origin: row.origin,
    etag: row.etag ?? undefined,
    revision: Number(row.revision),
    driftState: row.drift_state,
    checkedAt: row.checked_at ?? undefined,
    managedKinds: JSON.parse(row.managed_kinds),
    observation: row.observed ? JSON.parse(row.observed) : undefined,
    told: row.told ? JSON.parse(row.told) : {},
  };
}
