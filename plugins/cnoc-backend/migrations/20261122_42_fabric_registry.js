/**
 * Fabrics that people register beside those of configuration.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('fabrics', table => {
    table.string('origin', 8).notNullable().defaultTo('config');
    table.text('scope').comment('JSON');
    table
      .integer('version')
      .notNullable()
      .defaultTo(0)
      .comment('Another one at another place in git or cluster');
    table.string('etag', 32);
    table.string('created_at', 32);
    table.string('created_by', 255);
    table.string('updated_at', 32);
    table.string('once_key', 128);
    table.string('once_digest', 64);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex('fabrics').where({ origin: 'api' }).delete();
  await knex.schema.alterTable('fabrics', table => {
    table.dropColumns(
      'origin',
      'scope',
      'version',
      'etag',
      'created_at',
      'created_by',
      'updated_at',
      'once_key',
      'once_digest',
    );
  });
};
