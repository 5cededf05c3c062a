/**
 * The registry of fabrics: the definition as configuration has it, and what the lease holder last saw of it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('fabrics', table => {
    table.string('name', 63).primary();
    table.text('title');
    table.text('description');
    table.string('environment', 255);
    table.string('owner', 255);
    table.string('repository', 255).notNullable();
    table.text('path').notNullable();
    table.string('cluster', 255).notNullable();
    table.string('namespace', 63).notNullable();
    table.boolean('enabled').notNullable().defaultTo(true);
    table.bigInteger('revision').notNullable().defaultTo(0);
    table.string('drift_state', 16).notNullable().defaultTo('unknown');
    table.string('checked_at', 32);
    table.text('managed_kinds').notNullable().defaultTo('[]');
    table.text('observed').comment('JSON: connection, switches, unknown kinds');
    table.text('told').comment('JSON: what the timeline already tells');
    table.index(['cluster'], 'fabrics_cluster_index');
    table.index(['owner'], 'fabrics_owner_index');
    table.index(['environment'], 'fabrics_environment_index');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('fabrics');
};
