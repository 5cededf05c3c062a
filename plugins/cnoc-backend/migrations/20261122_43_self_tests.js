/**
 * Self-tests: what a test is about to change is written here first, so that a successor can restore it after a crash.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('self_tests', table => {
    table.string('id', 36).primary();
    table.string('fabric', 63).notNullable();
    table
      .string('unfinished', 63)
      .unique({ indexName: 'self_tests_one_per_fabric' })
      .comment('The fabric until its field is restored, else null');
    table.string('created_at', 32).notNullable();
    table.string('created_by', 255).notNullable();
    table.string('idempotency_key', 128);
    table.text('intent').comment('JSON: the field, its value before and after');
    table.text('result').comment('JSON: what is answered');
    table
      .bigInteger('deadline')
      .notNullable()
      .comment(
        'Milliseconds of the clock of the database: after it the tester is gone',
      );
    table.unique(['fabric', 'created_by', 'idempotency_key'], {
      indexName: 'self_tests_idempotency_unique',
    });
    table.index(['fabric', 'created_at'], 'self_tests_age_index');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('self_tests');
};
