import type { Knex } from 'knex';
import type { CredentialRecord } from './CredentialRecord';
import type { CredentialStore, OnceOnly } from './CredentialStore';

interface Row {
  name: string;
  title: string | null;
  type: CredentialRecord['type'];
  origin: CredentialRecord['origin'];
  username: string | null;
  sealed: string;
  fingerprint: string;
  strength_level: CredentialRecord['strength']['level'];
  strength_reason: string;
  public_key: string | null;
  expires_at: string | null;
  uses: number | string;
  last_used_at: string | null;
  created_at: string;
  created_by: string | null;
  updated_at: string;
  rotated_at: string | null;
  etag: string;
  once_key: string | null;
  once_digest: string | null;
}

export class DatabaseCredentialStore implements CredentialStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  static create(options: { database: Knex }): DatabaseCredentialStore {
    return new DatabaseCredentialStore(options.database);
  }

  list: CredentialStore['list'] = async () =>
    (await this.#knex<Row>('credentials').orderBy('name')).map(recordOf);

  get: CredentialStore['get'] = async name => {
    const row = await this.#knex<Row>('credentials').where({ name }).first();
    return row && recordOf(row);
  };

  insert: CredentialStore['insert'] = async (record, once) => {
    const inserted = await this.#knex<Row>('credentials')
      .insert({ ...rowOf(record), uses: record.uses, ...onceOf(once) })
      .onConflict('name')
      .ignore()
      .returning('name');
    return inserted.length > 0;
  };

  replace: CredentialStore['replace'] = async (record, before, once) => {
    const { sealed, ...row } = rowOf(record);
    const changed = await this.#knex<Row>('credentials')
      .where({ name: record.name, etag: before.etag })
      .update({
        ...row,
        // A value that stays may have been re-encrypted since it was read (case S6)
        ...(sealed !== before.sealed && { sealed }),
        ...(once && onceOf(once)),
      });
    return changed > 0;
  };

  remove: CredentialStore['remove'] = async (name, etag) =>
    (await this.#knex('credentials').where({ name, etag }).delete()) > 0;

  once: CredentialStore['once'] = async name => {
    const row = await this.#knex<Row>('credentials').where({ name }).first();
    return row?.once_key && row.once_digest
      ? { key: row.once_key, digest: row.once_digest }
      : undefined;
  };

  addUses: CredentialStore['addUses'] = async (name, uses, at) => {
    await this.#knex('credentials')
      .where({ name })
      .update({ uses: this.#knex.raw('uses + ?', [uses]), last_used_at: at });
  };
}

function onceOf(once: OnceOnly | undefined) {
  return { once_key: once?.key ?? null, once_digest: once?.digest ?? null };
}

/** All but the counter, which is only ever added to. */
function rowOf(record: CredentialRecord) {
  return {
    name: record.name,
    title: record.title ?? null,
    type: record.type,
    origin: record.origin,
    username: record.username ?? null,
    sealed: record.sealed,
    fingerprint: record.fingerprint,
    strength_level: record.strength.level,
    strength_reason: record.strength.reason,
    public_key: record.publicKey ?? null,
    expires_at: record.expiresAt ?? null,
    created_at: record.createdAt,
    created_by: record.createdBy ?? null,
    updated_at: record.updatedAt,
    rotated_at: record.rotatedAt ?? null,
    etag: record.etag,
  };
}

function recordOf(row: Row): CredentialRecord {
  return {
    name: row.name,
    title: row.title ?? undefined,
    type: row.type,
    origin: row.origin,
    username: row.username ?? undefined,
    sealed: row.sealed,
    fingerprint: row.fingerprint,
    strength: { level: row.strength_level, reason: row.strength_reason },
    publicKey: row.public_key ?? undefined,
    expiresAt: row.expires_at ?? undefined,
    uses: Number(row.uses),
    lastUsedAt: row.last_used_at ?? undefined,
    createdAt: row.created_at,
    createdBy: row.created_by ?? undefined,
    updatedAt: row.updated_at,
    rotatedAt: row.rotated_at ?? undefined,
    etag: row.etag,
  };
}
