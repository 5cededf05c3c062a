/**
 * Which replica works on which cluster, and what people asked that replica to do.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('leases', table => {
    table.string('name', 255).primary();
    table.string('holder', 64).notNullable();
    table.bigInteger('epoch').notNullable();
    table
      .bigInteger('expires_at')
      .notNullable()
      .comment('Milliseconds of the clock of the database');
  });
  await knex.schema.createTable('wakes', table => {
    table.string('id', 36).primary();
    table.string('fabric', 63).notNullable();
    table.string('kind', 16).notNullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('started_at');
    table.bigInteger('done_at');
    table.index(['done_at', 'fabric'], 'wakes_open_index');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('wakes');
  await knex.schema.dropTable('leases');
};
