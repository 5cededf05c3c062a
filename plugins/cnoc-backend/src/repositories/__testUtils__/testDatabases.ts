import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';

const postgresVariable = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/** SQLite always; PostgreSQL where a server was given. Call at the top of a test file. */
export function testDatabases(): TestDatabases {
  const ids: TestDatabaseId[] = ['SQLITE_3'];
  if (process.env[postgresVariable]) {
    ids.push('POSTGRES_18');
  }
  return TestDatabases.create({ ids });
}

const migrations = {
  directory: resolvePackagePath(
    '@cnoc/backstage-plugin-cnoc-backend',
    'migrations',
  ),
};

export async function migrateUp(database: Knex): Promise<void> {
  await database.migrate.latest(migrations);
}

export async function migrateDown(database: Knex): Promise<void> {
  await database.migrate.rollback(migrations, true);
}

/** Empties the tables of git and cluster state: quicker than a new database for each test. */
export async function emptyTables(database: Knex): Promise<void> {
  for (const table of [
    'repositories',
    'repository_health',
    'repository_registrations',
    'cluster_registrations',
    'cluster_identities',
    'webhook_deliveries',
    'credentials',
    'key_rotations',
    'sync_runs',
    'desired_resources',
    'desired_files',
    'live_resources',
    'live_connections',
    'live_agents',
  ]) {
    await database(table).delete();
  }
}
