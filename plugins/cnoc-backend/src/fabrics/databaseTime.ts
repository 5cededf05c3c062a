import type { Knex } from 'knex';

/** SQL for the database's clock in milliseconds: replicas whose clocks differ still agree on when a lease ends. */
export function databaseTime(knex: Knex): string {
  return String(knex.client.config.client).includes('sqlite')
    ? `cast((julianday('now') - 2440587.5) * 86400000 as integer)`
    : `cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`;
}
