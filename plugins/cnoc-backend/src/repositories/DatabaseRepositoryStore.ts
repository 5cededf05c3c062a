import { Knex } from 'knex';
import type {
  RepositoryHealth,
  RepositoryObservation,
  RepositoryStore,
} from './RepositoryStore';

const KEPT = 50;

interface HealthRow {
  state: RepositoryHealth['state'];
  since: string | null;
  reason: string | null;
  message: string | null;
}

interface Row extends HealthRow {
  name: string;
  read_at: string | null;
  head: string | null;
  host_key: string | null;
  host_key_offered: string | null;
  webhook_at: string | null;
}

export class DatabaseRepositoryStore implements RepositoryStore {
  readonly #database: Knex;

  private constructor(database: Knex) {
    this.#database = database;
  }

  static create(database: Knex): DatabaseRepositoryStore {
    return new DatabaseRepositoryStore(database);
  }

  async list(): Promise<Map<string, RepositoryObservation>> {
    const rows = await this.#database<Row>('repositories').select();
    return new Map(rows.map(row => [row.name, observationOf(row)]));
  }

  async get(name: string): Promise<RepositoryObservation | undefined> {
    const row = await this.#database<Row>('repositories')
      .where({ name })
      .first();
    return row && observationOf(row);
  }

  async saveHealth(name: string, health: RepositoryHealth): Promise<void> {
    const row = {
      state: health.state,
      since: health.since?.toISOString() ?? null,
      reason: health.reason ?? null,
      message: health.message ?? null,
    };
    await this.#database.transaction(async tx => {
      await tx<Row>('repositories')
        .insert({ name, ...row })
        .onConflict('name')
        .merge(row);
      await tx('repository_health').insert({ repository: name, ...row });
      const oldest = await tx('repository_health')
        .where({ repository: name })
        .orderBy('id', 'desc')
        .offset(KEPT)
        .first('id');
      if (oldest) {
        await tx('repository_health')
          .where({ repository: name })
          .where('id', '<=', oldest.id)
          .delete();
      }
    });
  }

  async history(name: string): Promise<RepositoryHealth[]> {
    const rows: HealthRow[] = await this.#database('repository_health')
      .where({ repository: name })
      .orderBy('id', 'desc')
      .limit(KEPT)
      .select('state', 'since', 'reason', 'message');
    return rows.map(healthOf);
  }

  note: RepositoryStore['note'] = async (name, facts) => {
    const row = {
      ...(facts.readAt !== undefined && { read_at: facts.readAt }),
      ...(facts.webhookAt !== undefined && { webhook_at: facts.webhookAt }),
      ...(facts.offeredKey !== undefined && {
        host_key_offered: facts.offeredKey,
      }),
      ...(facts.head !== undefined && { head: jsonOf(facts.head) }),
      ...(facts.hostKey !== undefined && { host_key: jsonOf(facts.hostKey) }),
    };
    await this.#database<Row>('repositories')
      .insert({ name, state: 'unknown', ...row })
      .onConflict('name')
      .merge(row);
  };

  async forget(name: string): Promise<void> {
    await this.#database.transaction(async tx => {
      await tx('repositories').where({ name }).delete();
      for (const table of ['repository_health', 'webhook_deliveries']) {
        await tx(table).where({ repository: name }).delete();
      }
    });
  }
}

function jsonOf(value: object | null): string | null {
  return value && JSON.stringify(value);
}

function healthOf(row: HealthRow): RepositoryHealth {
  return {
    state: row.state,
    ...(row.since && { since: new Date(row.since) }),
    ...(row.reason && { reason: row.reason }),
    ...(row.message && { message: row.message }),
  };
}

function observationOf(row: Row): RepositoryObservation {
  return {
    health: healthOf(row),
    readAt: row.read_at ?? undefined,
    head: row.head ? JSON.parse(row.head) : undefined,
    hostKey: row.host_key ? JSON.parse(row.host_key) : undefined,
    offeredKey: row.host_key_offered ?? undefined,
    webhookAt: row.webhook_at ?? undefined,
  };
}
