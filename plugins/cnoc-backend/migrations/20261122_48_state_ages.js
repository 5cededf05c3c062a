/**
 * Since when a resource is in its state, since when it lags, and which deployment steps wrote a resource.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('resource_states', table => {
    table.string('since', 32);
    table.string('lag_since', 32);
  });
  await knex.schema.alterTable('deployment_steps', table => {
    table.index(['name', 'kind'], 'deployment_steps_resource_index');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('deployment_steps', table => {
    table.dropIndex(['name', 'kind'], 'deployment_steps_resource_index');
  });
  await knex.schema.alterTable('resource_states', table => {
    table.dropColumn('since');
    table.dropColumn('lag_since');
  });
};
