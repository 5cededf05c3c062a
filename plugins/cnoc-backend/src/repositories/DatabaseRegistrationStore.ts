import type { Knex } from 'knex';
import type { SealedColumn, SealedPlace } from '../credentials';
import type {
  OnceOnly,
  Registration,
  RegistrationStore,
} from './RegistrationStore';

interface Row {
  name: string;
  title: string | null;
  url: string;
  branch: string;
  provider: Registration['provider'];
  credential: string | null;
  skip_tls_verify: boolean | number;
  require_signed_commits: boolean | number;
  allowed_signers: string | null;
  webhook_secret: string | null;
  created_at: string;
  created_by: string | null;
  updated_at: string;
  etag: string;
  once_key: string | null;
  once_digest: string | null;
}

const TABLE = 'repository_registrations';

/** Where this room keeps sealed values. */
export const sealedWebhookSecrets: SealedColumn = {
  table: TABLE,
  row: 'name',
  column: 'webhook_secret',
};

export function webhookSecretPlace(name: string): SealedPlace {
  const { table, column } = sealedWebhookSecrets;
  return { table, row: name, column };
}

export class DatabaseRegistrationStore implements RegistrationStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  static create(options: { database: Knex }): DatabaseRegistrationStore {
    return new DatabaseRegistrationStore(options.database);
  }

  list: RegistrationStore['list'] = async () =>
    (await this.#knex<Row>(TABLE).orderBy('name')).map(registrationOf);

  get: RegistrationStore['get'] = async name => {
    const row = await this.#knex<Row>(TABLE).where({ name }).first();
    return row && registrationOf(row);
  };

  once: RegistrationStore['once'] = async name => {
    const row = await this.#knex<Row>(TABLE).where({ name }).first();
    return row?.once_key && row.once_digest
      ? { key: row.once_key, digest: row.once_digest }
      : undefined;
  };

  insert: RegistrationStore['insert'] = async (registration, once) => {
    const inserted = await this.#knex<Row>(TABLE)
      .insert({ ...rowOf(registration), ...onceOf(once) })
      .onConflict('name')
      .ignore()
      .returning('name');
    return inserted.length > 0;
  };

  replace: RegistrationStore['replace'] = async (registration, before) => {
    const { webhook_secret, ...row } = rowOf(registration);
    const changed = await this.#knex<Row>(TABLE)
      .where({ name: registration.name, etag: before.etag })
      .update({
        ...row,
        // A value that stays may have been re-encrypted since it was read (case S6)
        ...(registration.webhookSecret !== before.webhookSecret && {
          webhook_secret,
        }),
      });
    return changed > 0;
  };

  remove: RegistrationStore['remove'] = async (name, etag) =>
    (await this.#knex(TABLE).where({ name, etag }).delete()) > 0;
}

function onceOf(once: OnceOnly | undefined) {
  return { once_key: once?.key ?? null, once_digest: once?.digest ?? null };
}

function rowOf(registration: Registration) {
  return {
    name: registration.name,
    title: registration.title ?? null,
    url: registration.url,
    branch: registration.branch,
    provider: registration.provider,
    credential: registration.credential ?? null,
    skip_tls_verify: registration.skipTLSVerify,
    require_signed_commits: registration.requireSignedCommits,
    allowed_signers: registration.allowedSigners ?? null,
    webhook_secret: registration.webhookSecret ?? null,
    created_at: registration.createdAt,
    created_by: registration.createdBy ?? null,
    updated_at: registration.updatedAt,
    etag: registration.etag,
  };
}

function registrationOf(row: Row): Registration {
  return {
    name: row.name,
    title: row.title ?? undefined,
    url: row.url,
    branch: row.branch,
    provider: row.provider,
    origin: 'api',
    credential: row.credential ?? undefined,
    skipTLSVerify: Boolean(row.skip_tls_verify),
    requireSignedCommits: Boolean(row.require_signed_commits),
    allowedSigners: row.allowed_signers ?? undefined,
    webhookSecret: row.webhook_secret ?? undefined,
    createdAt: row.created_at,
    createdBy: row.created_by ?? undefined,
    updatedAt: row.updated_at,
    etag: row.etag,
  };
}
