/**
 * What the switches say in detail, since when each is how it is, and the last full check of a cluster.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async knex => {
  await knex.schema.createTable('live_agents', table => {
    table.string('fabric', 63).notNullable();
    table.string('name', 253).notNullable();
    table.text('detail').notNullable().comment('JSON: from the status only');
    table.primary(['fabric', 'name']);
  });
  await knex.schema.alterTable('live_connections', table => {
    table.text('switch_states').comment('JSON: last known state of each');
    table.text('full_check').comment('JSON');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.schema.alterTable('live_connections', table => {
    table.dropColumn('switch_states');
    table.dropColumn('full_check');
  });
  await knex.schema.dropTable('live_agents');
};
