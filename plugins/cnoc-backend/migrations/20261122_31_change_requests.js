/**
 * Commits that were asked for: what is pushed, so that a restart in the middle ends it instead of doing it twice, and
 * what was answered, so that the same key gets the same answer. Imports keep only their answer.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('change_requests', table => {
    table.string('id', 36).primary();
    table.string('fabric', 63).notNullable();
    table.string('operation', 8).notNullable().comment('commit or import');
    table.string('state', 8).notNullable().comment('pushing, pushed or done');
    table.string('created_at', 32).notNullable();
    table.string('created_by', 255).notNullable();
    table.string('idempotency_key', 128);
    table.string('request_hash', 64).notNullable();
    table.text('work').comment('JSON: what is left to do; empty once done');
    table.text('result').comment('JSON: what is answered');
    table.unique(['fabric', 'created_by', 'idempotency_key'], {
      indexName: 'change_requests_idempotency_unique',
    });
    table.index(['fabric', 'created_at'], 'change_requests_age_index');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('change_requests');
};
