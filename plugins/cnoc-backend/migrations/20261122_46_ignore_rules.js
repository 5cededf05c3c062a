/**
 * Differences that the comparison leaves out because somebody said so.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('ignore_rules', table => {
    table.string('id', 36).primary();
    table.string('fabric', 63).notNullable();
    table.string('path', 500).notNullable();
    table.string('kind', 63);
    table.string('name', 253);
    table.string('manager', 128);
    table.text('reason').notNullable();
    table.string('until', 32);
    table
      .bigInteger('until_ms')
      .comment('By the database’s clock: when the rule ends');
    table.string('created_at', 32).notNullable();
    table.string('created_by', 255).notNullable();
    table.text('hides').notNullable().comment('JSON: counts by severity');
    table.string('once_key', 128);
    table.string('once_digest', 64);
    table.unique(['fabric', 'created_by', 'once_key'], {
      indexName: 'ignore_rules_once_unique',
    });
    table.index(['fabric', 'created_at', 'id'], 'ignore_rules_fabric_index');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('ignore_rules');
};
