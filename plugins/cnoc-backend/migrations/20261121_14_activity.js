/**
 * The timeline.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('activity', table => {
    table.bigIncrements('id');
    table.string('fabric', 63).notNullable();
    table.string('at', 32).notNullable();
    table.string('type', 32).notNullable();
    table.string('severity', 16);
    table.string('actor', 255);
    table.text('message').notNullable();
    table.string('kind', 63);
    table.string('name', 253);
    table.string('commit_sha', 64);
    table.string('plan', 36);
    table.string('deployment', 36);
    table.index(['fabric', 'id'], 'activity_fabric_index');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('activity');
};
