/**
 * Changes of resources that are not in git yet, one for each resource.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('drafts', table => {
    table.string('fabric', 63).notNullable();
    table.string('kind', 63).notNullable();
    table.string('name', 253).notNullable();
    table.string('action', 8).notNullable().comment('write or delete');
    table.text('yaml').comment('As typed, also when it cannot be read');
    table.string('file', 1000).comment('Where a new resource goes');
    table.text('base_yaml').comment('What git had when the draft began');
    table.string('base_commit', 64);
    table.string('version', 16).notNullable().comment('Another at each save');
    table.string('updated_at', 32).notNullable();
    table.string('updated_by', 255).notNullable();
    table.primary(['fabric', 'kind', 'name']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('drafts');
};
