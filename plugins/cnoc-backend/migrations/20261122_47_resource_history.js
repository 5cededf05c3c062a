/**
 * The values of each resource over time, on both sides. A content is kept once for a fabric, however often it comes back.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('resource_contents', table => {
    table.string('fabric', 63).notNullable();
    table.string('hash', 64).notNullable();
    table.text('content').notNullable().comment('JSON: canonical form');
    table.primary(['fabric', 'hash']);
  });
  await knex.schema.createTable('resource_moments', table => {
    table.bigIncrements('id');
    table.string('fabric', 63).notNullable();
    table.string('kind', 63).notNullable();
    table.string('name', 253).notNullable();
    table.string('side', 8).notNullable();
    table.string('at', 32).notNullable();
    table.string('hash', 64).comment('Null = it went away');
    table
      .string('uid', 64)
      .comment('In the cluster: a re-created resource is another one');
    table.boolean('latest').notNullable();
    table.text('commit').comment('JSON');
    table.text('changed_by').comment('JSON');
    table.index(['fabric', 'kind', 'name', 'id'], 'resource_moments_resource');
    table.index(['fabric', 'hash'], 'resource_moments_content');
    table.index(['fabric', 'latest'], 'resource_moments_latest');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('resource_moments');
  await knex.schema.dropTable('resource_contents');
};
