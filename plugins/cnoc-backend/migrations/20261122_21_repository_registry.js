/**
 * Git remotes that people registered, and what was seen of each remote: head, host key, how its health changed, and which
 * webhook deliveries came.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('repository_registrations', table => {
    table.string('name', 63).primary();
    table.text('title');
    table.text('url').notNullable().comment('Never with credentials');
    table.string('branch', 255).notNullable();
    table.string('provider', 16).notNullable();
    table
      .string('credential', 63)
      .references('name')
      .inTable('credentials')
      .onDelete('RESTRICT');
    table.boolean('skip_tls_verify').notNullable().defaultTo(false);
    table.boolean('require_signed_commits').notNullable().defaultTo(false);
    table.text('allowed_signers');
    table.text('webhook_secret').comment('v1.<key>.<iv>.<tag>.<value>');
    table.string('created_at', 32).notNullable();
    table.string('created_by', 255);
    table.string('updated_at', 32).notNullable();
    table.string('etag', 32).notNullable();
    table.string('once_key', 128);
    table.string('once_digest', 128);
  });
  await knex.schema.alterTable('repositories', table => {
    table.string('reason', 32);
    table.string('read_at', 32).comment('ISO 8601');
    table.text('head').comment('JSON: newest commit that was seen');
    table.text('host_key').comment('JSON: key, for which host, since');
    table.text('host_key_offered').comment('Another key, refused');
    table.string('webhook_at', 32).comment('ISO 8601');
  });
  await knex.schema.createTable('repository_health', table => {
    table.increments('id');
    table.string('repository', 63).notNullable();
    table.string('state', 16).notNullable();
    table.string('since', 32).notNullable();
    table.string('reason', 32);
    table.text('message');
    table.index(['repository', 'id'], 'repository_health_index');
  });
  await knex.schema.createTable('webhook_deliveries', table => {
    table.increments('id');
    table.string('repository', 63).notNullable();
    table.string('delivery', 64).notNullable().comment('SHA-256');
    table.unique(['repository', 'delivery'], {
      indexName: 'webhook_deliveries_unique',
    });
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('webhook_deliveries');
  await knex.schema.dropTable('repository_health');
  await knex.schema.alterTable('repositories', table => {
    table.dropColumns(
      'reason',
      'read_at',
      'head',
      'host_key',
      'host_key_offered',
      'webhook_at',
    );
  });
  await knex.schema.dropTable('repository_registrations');
};
