/**
 * What is needed to tell of the timeline's rows exactly once: a row for each fabric that its writers lock in turn, how far
 * its rows are told, and the notifications that were made of them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('activity', table => {
    table
      .string('tally', 64)
      .comment('JSON: how many findings of each severity a summary stands for');
  });
  await knex.schema.createTable('activity_heads', table => {
    table.string('fabric', 63).primary();
    table.bigInteger('appended').notNullable().defaultTo(0);
    table.bigInteger('last').notNullable().defaultTo(0);
    table.bigInteger('told').notNullable().defaultTo(0);
    table.string('wave', 255).comment('JSON: the findings that opened lately');
  });
  await knex.schema.createTable('notices', table => {
    table.string('fabric', 63).notNullable();
    table.string('scope', 384).notNullable();
    table.string('severity', 16).notNullable();
    table.string('title', 255).notNullable();
    table.text('description').notNullable();
    table.string('link', 512).notNullable();
    table.string('state', 8).notNullable().comment('open or resolved');
    table.integer('findings').notNullable().defaultTo(0);
    table.boolean('sent').notNullable().defaultTo(false);
    table.integer('attempts').notNullable().defaultTo(0);
    table.bigInteger('version').notNullable().defaultTo(0);
    table
      .bigInteger('due_at')
      .comment('Milliseconds of the database; null = nothing to send');
    table.bigInteger('changed_at').notNullable();
    table.primary(['fabric', 'scope']);
    table.index(['due_at'], 'notices_due_index');
  });
  // What happened before is no news
  const heads = await knex('activity')
    .select('fabric')
    .max({ last: 'id' })
    .groupBy('fabric');
  for (const { fabric, last } of heads) {
    await knex('activity_heads').insert({ fabric, last, told: last });
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('notices');
  await knex.schema.dropTable('activity_heads');
  await knex.schema.alterTable('activity', table => {
    table.dropColumn('tally');
  });
};
