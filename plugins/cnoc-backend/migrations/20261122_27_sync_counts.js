/**
 * What each run cost and changed, and whether the branch had been rewritten.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async knex => {
  await knex.schema.alterTable('sync_runs', table => {
    table.integer('files_read').comment('Files that were parsed');
    table.integer('written').comment('Resources added or changed');
    table.integer('removed').comment('Resources removed');
    table
      .boolean('rewritten')
      .comment('The commit seen before is not among the ancestors of this one');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.schema.alterTable('sync_runs', table => {
    table.dropColumn('files_read');
    table.dropColumn('written');
    table.dropColumn('removed');
    table.dropColumn('rewritten');
  });
};
