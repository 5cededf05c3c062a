/**
 * Plans, their execution, and each step of it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('plans', table => {
    table.string('id', 36).primary();
    table.string('fabric', 63).notNullable();
    table.string('status', 16).notNullable();
    table.string('commit_sha', 64);
    table.string('created_at', 32).notNullable();
    table.string('created_by', 255).notNullable();
    table.text('counts').notNullable();
    table.boolean('prune').notNullable();
    table.boolean('force').notNullable();
    table.text('lines').notNullable();
    table.text('blockers').notNullable();
    table.text('not_pruned').notNullable();
    table.string('idempotency_key', 128);
    table.string('request_hash', 64);
    table.unique(['fabric', 'created_by', 'idempotency_key'], {
      indexName: 'plans_idempotency_unique',
    });
    table.index(['fabric', 'created_at', 'id'], 'plans_page_index');
  });
  await knex.schema.createTable('deployments', table => {
    table.string('id', 36).primary();
    table.string('fabric', 63).notNullable();
    table.string('plan', 36).notNullable().references('id').inTable('plans');
    table.string('status', 16).notNullable();
    table
      .string('unfinished', 63)
      .unique({ indexName: 'deployments_one_per_fabric' })
      .comment('The fabric while queued or running, else null');
    table.text('message');
    table.string('commit_sha', 64);
    table.string('created_at', 32).notNullable();
    table.string('created_by', 255).notNullable();
    table.string('started_at', 32);
    table.string('finished_at', 32);
    table.text('counts').notNullable();
    table.integer('change').notNullable().defaultTo(0);
    table.string('idempotency_key', 128);
    table.unique(['fabric', 'created_by', 'idempotency_key'], {
      indexName: 'deployments_idempotency_unique',
    });
    table.index(['fabric', 'created_at', 'id'], 'deployments_page_index');
    table.index(['plan'], 'deployments_plan_index');
  });
  await knex.schema.createTable('deployment_steps', table => {
    table
      .string('deployment', 36)
      .notNullable()
      .references('id')
      .inTable('deployments')
      .onDelete('CASCADE');
    table.integer('seq').notNullable();
    table.integer('wave').notNullable();
    table.string('action', 16).notNullable();
    table.string('kind', 63).notNullable();
    table.string('name', 253).notNullable();
    table.string('status', 16).notNullable();
    table.text('message');
    table.string('started_at', 32);
    table.string('finished_at', 32);
    table.text('before').comment('JSON: canonical form before the write');
    table.string('resource_version', 64);
    table
      .integer('change')
      .notNullable()
      .defaultTo(0)
      .comment('Position in the log of the deployment');
    table.primary(['deployment', 'seq']);
    table.index(['deployment', 'change'], 'deployment_steps_change_index');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('deployment_steps');
  await knex.schema.dropTable('deployments');
  await knex.schema.dropTable('plans');
};
