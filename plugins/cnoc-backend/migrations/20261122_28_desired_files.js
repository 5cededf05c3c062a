/**
 * The files of each fabric's last good commit: what is in here need not be read again.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async knex => {
  await knex.schema.createTable('desired_files', table => {
    table.string('fabric', 63).notNullable();
    table
      .string('digest', 64)
      .notNullable()
      .comment('Of the path, which may be too long for an index');
    table.text('path').notNullable();
    table.string('oid', 64).notNullable().comment('Id of the content');
    table.text('notes').notNullable().comment('JSON: diagnostics of the file');
    table.primary(['fabric', 'digest']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.schema.dropTable('desired_files');
};
