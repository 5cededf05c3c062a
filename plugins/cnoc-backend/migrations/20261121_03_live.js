/**
 * What the clusters have, as the replica that watches them saw it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async knex => {
  await knex.schema.createTable('live_resources', table => {
    table.string('fabric', 63).notNullable();
    table.string('kind', 63).notNullable();
    table.string('name', 253).notNullable();
    table.string('uid', 253).notNullable();
    table.string('resource_version', 253).notNullable();
    table.bigInteger('generation');
    table.string('created_at', 32).comment('ISO 8601');
    table.boolean('deleting').notNullable();
    table.string('hash', 64).notNullable().comment('Of the canonical form');
    table.text('canonical').notNullable().comment('JSON');
    table.text('managers').notNullable().comment('JSON: field managers');
    table.primary(['fabric', 'kind', 'name']);
  });
  await knex.schema.createTable('live_connections', table => {
    table.string('fabric', 63).primary();
    table.string('state', 16).notNullable();
    table.string('since', 32).notNullable().comment('ISO 8601');
    table.string('stale_since', 32).comment('ISO 8601');
    table.string('contact_at', 32).comment('ISO 8601: last answer');
    table.text('message');
    table.boolean('complete').notNullable();
    table.text('unknown_kinds').notNullable().comment('JSON');
    table.text('switches').notNullable().comment('JSON');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.schema.dropTable('live_connections');
  await knex.schema.dropTable('live_resources');
};
