import type { Knex } from 'knex';

/** Every row of every table, as text: for a search after what must not be there. */
export async function dumpDatabase(database: Knex): Promise<string> {
  const sqlite = String(database.client.config.client).includes('sqlite');
  const tables: { name: string }[] = sqlite
    ? await database('sqlite_master').where({ type: 'table' }).select('name')
    : await database('information_schema.tables')
        .where({ table_schema: 'public' })
        .select({ name: 'table_name' });
  const dumps = await Promise.all(
    tables.map(async ({ name }) => [name, await database(name).select()]),
  );
  return JSON.stringify(dumps);
}
