import { Knex } from 'knex';
import {
  migrateDown,
  migrateUp,
  testDatabases,
} from './__testUtils__/testDatabases';

jest.setTimeout(60_000);

async function tablesOf(database: Knex): Promise<string[]> {
  const names = [
    'repositories',
    'repository_health',
    'repository_registrations',
    'webhook_deliveries',
    'credentials',
    'key_rotations',
    'sync_runs',
    'desired_resources',
    'live_resources',
    'live_connections',
    'cluster_registrations',
    'cluster_identities',
  ];
  const present = await Promise.all(
    names.map(name => database.schema.hasTable(name)),
  );
  return names.filter((_, index) => present[index]);
}

describe('migrations of git and cluster state', () => {
  const databases = testDatabases();

  it.each(databases.eachSupportedId())('go up and down on %s', async id => {
    const database = await databases.init(id);
    await migrateUp(database);
    await expect(tablesOf(database)).resolves.toHaveLength(12);
    await migrateDown(database);
    await expect(tablesOf(database)).resolves.toEqual([]);
    await migrateUp(database);
    await expect(tablesOf(database)).resolves.toHaveLength(12);
  });
});
