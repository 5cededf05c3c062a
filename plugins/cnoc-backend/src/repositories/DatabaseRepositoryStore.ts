import { Knex } from 'knex';
import { RepositoryHealth, RepositoryStore } from './RepositoryStore';

interface Row {
  name: string;
  state: RepositoryHealth['state'];
  since: string | null;
  message: string | null;
}

export class DatabaseRepositoryStore implements RepositoryStore {
  readonly #database: Knex;

  private constructor(database: Knex) {
    this.#database = database;
  }

  static create(database: Knex): DatabaseRepositoryStore {
    return new DatabaseRepositoryStore(database);
  }

  async list(): Promise<Map<string, RepositoryHealth>> {
    const rows = await this.#database<Row>('repositories').select();
    return new Map(
      rows.map(row => [
        row.name,
        {
          state: row.state,
          ...(row.since && { since: new Date(row.since) }),
          ...(row.message && { message: row.message }),
        },
      ]),
    );
  }

  async save(name: string, health: RepositoryHealth): Promise<void> {
    await this.#database<Row>('repositories')
      .insert({
        name,
        state: health.state,
        since: health.since?.toISOString() ?? null,
        message: health.message ?? null,
      })
      .onConflict('name')
      .merge();
  }
}
