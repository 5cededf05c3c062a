import type { Knex } from 'knex';
import type { ClusterAuth } from '../ClusterDefinition';
import type { ClusterRegistration, ClusterStore } from './ClusterStore';

interface Row {
  name: string;
  title: string | null;
  server: string | null;
  ca: string | null;
  namespace: string;
  skip_tls_verify: boolean | number;
  lab: boolean | number;
  auth: Exclude<ClusterAuth['type'], 'config'>;
  credential: string | null;
  kubernetes_cluster: string | null;
  created_at: string;
  created_by: string | null;
  updated_at: string;
  etag: string;
  once_key: string | null;
  once_digest: string | null;
}

const TABLE = 'cluster_registrations';

export class DatabaseClusterStore implements ClusterStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  static create(options: { database: Knex }): DatabaseClusterStore {
    return new DatabaseClusterStore(options.database);
  }

  list: ClusterStore['list'] = async () =>
    (await this.#knex<Row>(TABLE).orderBy('name')).map(registrationOf);

  get: ClusterStore['get'] = async name => {
    const row = await this.#knex<Row>(TABLE).where({ name }).first();
    return row && registrationOf(row);
  };

  once: ClusterStore['once'] = async name => {
    const row = await this.#knex<Row>(TABLE).where({ name }).first();
    return row?.once_key && row.once_digest
      ? { key: row.once_key, digest: row.once_digest }
      : undefined;
  };

  insert: ClusterStore['insert'] = async (registration, once) => {
    const inserted = await this.#knex<Row>(TABLE)
      .insert({
        ...rowOf(registration),
        once_key: once?.key ?? null,
        once_digest: once?.digest ?? null,
      })
      .onConflict('name')
      .ignore()
      .returning('name');
    return inserted.length > 0;
  };

  replace: ClusterStore['replace'] = async (registration, etag) =>
    (await this.#knex<Row>(TABLE)
      .where({ name: registration.name, etag })
      .update(rowOf(registration))) > 0;

  remove: ClusterStore['remove'] = async (name, etag) =>
    this.#knex.transaction(async tx => {
      const removed = await tx(TABLE).where({ name, etag }).delete();
      if (removed === 0) return false;
      await tx('cluster_identities').where({ cluster: name }).delete();
      return true;
    });
}

function rowOf(registration: ClusterRegistration) {
  const { auth } = registration;
  if (auth.type === 'config') {
    throw new Error('A secret in clear is never stored');
  }
  return {
    name: registration.name,
    title: registration.title ?? null,
    server: registration.server?.href ?? null,
    ca: registration.ca ?? null,
    namespace: registration.namespace,
    skip_tls_verify: registration.skipTLSVerify,
    lab: registration.lab,
    auth: auth.type,
    credential: auth.type === 'credential' ? auth.credential : null,
    kubernetes_cluster: auth.type === 'kubernetes' ? auth.cluster : null,
    created_at: registration.createdAt,
    created_by: registration.createdBy ?? null,
    updated_at: registration.updatedAt,
    etag: registration.etag,
  };
}

function authOf(row: Row): ClusterAuth {
  switch (row.auth) {
    case 'credential':
      return { type: 'credential', credential: row.credential! };
    case 'kubernetes':
      return { type: 'kubernetes', cluster: row.kubernetes_cluster! };
    default:
      return { type: row.auth };
  }
}

function registrationOf(row: Row): ClusterRegistration {
  return {
    name: row.name,
    title: row.title ?? undefined,
    origin: 'api',
    ...(row.server && { server: new URL(row.server) }),
    ...(row.ca && { ca: row.ca }),
    namespace: row.namespace,
    skipTLSVerify: Boolean(row.skip_tls_verify),
    lab: Boolean(row.lab),
    auth: authOf(row),
    createdAt: row.created_at,
    createdBy: row.created_by ?? undefined,
    updatedAt: row.updated_at,
    etag: row.etag,
  };
}
