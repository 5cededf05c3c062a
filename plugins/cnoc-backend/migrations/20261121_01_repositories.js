/**
 * How each git remote answered last.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async knex => {
  await knex.schema.createTable('repositories', table => {
    table.string('name', 63).primary();
    table.string('state', 16).notNullable();
    table.string('since', 32).comment('ISO 8601');
    table.text('message');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.schema.dropTable('repositories');
};
