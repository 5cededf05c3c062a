/**
 * What the comparison found: one row for each resource, and findings with their life.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('resource_states', table => {
    table.string('fabric', 63).notNullable();
    table.string('kind', 63).notNullable();
    table.string('name', 253).notNullable();
    table.string('state', 16).notNullable();
    table.string('severity', 16);
    table.text('reason');
    table.string('rule', 255);
    table.boolean('lag').notNullable().defaultTo(false);
    table.text('file');
    table.integer('line');
    table.string('commit_sha', 64);
    table.boolean('in_git').notNullable();
    table.boolean('in_cluster').notNullable();
    table.text('facts').notNullable();
    table.text('depends_on').notNullable();
    table.integer('findings').notNullable().defaultTo(0);
    table.integer('need').notNullable().comment('Sort key: smaller = worse');
    table.string('hash', 64).notNullable();
    table.primary(['fabric', 'kind', 'name']);
    table.index(['fabric', 'need', 'kind', 'name'], 'resource_states_need');
    table.index(['fabric', 'state'], 'resource_states_state');
  });
  await knex.schema.createTable('findings', table => {
    table.string('id', 36).primary();
    table.string('fabric', 63).notNullable();
    table.string('identity', 640).notNullable();
    table.string('kind', 63).notNullable();
    table.string('name', 253).notNullable();
    table.string('type', 16).notNullable();
    table.string('state', 16);
    table.string('rule', 255).notNullable();
    table.string('severity', 16).notNullable();
    table.integer('severity_rank').notNullable();
    table.text('reason').notNullable();
    table.string('status', 16).notNullable();
    table.string('first_seen', 32).notNullable();
    table.string('last_seen', 32).notNullable();
    table.string('resolved_at', 32);
    table.text('file');
    table.integer('line');
    table.string('commit_sha', 64);
    table.text('changed_by');
    table.text('differences').notNullable();
    table.string('hash', 64).notNullable();
    table.index(['fabric', 'status', 'severity_rank'], 'findings_status_index');
    table.index(['fabric', 'kind', 'name'], 'findings_resource_index');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('findings');
  await knex.schema.dropTable('resource_states');
};
