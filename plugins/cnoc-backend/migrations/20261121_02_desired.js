/**
 * What git has: the runs that read it, and the resources of each fabric's last good commit.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async knex => {
  await knex.schema.createTable('sync_runs', table => {
    table.increments('id');
    table.string('fabric', 63).notNullable();
    table.string('state', 16).notNullable();
    table.string('at', 32).notNullable().comment('ISO 8601');
    table
      .text('commit')
      .comment('JSON: the commit that desired_resources holds, if any');
    table.string('attempted_commit', 64);
    table
      .boolean('settled')
      .notNullable()
      .comment('The outcome belongs to the commit, so trying again is useless');
    table
      .text('source')
      .notNullable()
      .comment('Repository, branch, path and namespace that were read');
    table.text('message');
    table.text('diagnostics').notNullable().comment('JSON');
    table.index(['fabric', 'id'], 'sync_runs_fabric_idx');
  });
  await knex.schema.createTable('desired_resources', table => {
    table.string('fabric', 63).notNullable();
    table.string('kind', 63).notNullable();
    table.string('name', 253).notNullable();
    table.text('file').notNullable();
    table.integer('line').notNullable();
    table.string('hash', 64).notNullable().comment('Of the canonical form');
    table.string('digest', 64).notNullable().comment('Of the whole row');
    table.text('object').notNullable().comment('JSON as git has it');
    table.text('canonical').notNullable().comment('JSON');
    table.primary(['fabric', 'kind', 'name']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.schema.dropTable('desired_resources');
  await knex.schema.dropTable('sync_runs');
};
