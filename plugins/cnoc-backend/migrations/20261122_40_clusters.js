/**
 * Cluster connections that people registered, and which cluster answered behind each.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('cluster_registrations', table => {
    table.string('name', 63).primary();
    table.text('title');
    table.text('server').comment('Never with credentials');
    table.text('ca').comment('PEM');
    table.string('namespace', 63).notNullable();
    table.boolean('skip_tls_verify').notNullable().defaultTo(false);
    table.boolean('lab').notNullable().defaultTo(false);
    table.string('auth', 16).notNullable();
    table
      .string('credential', 63)
      .references('name')
      .inTable('credentials')
      .onDelete('RESTRICT');
    table.string('kubernetes_cluster', 253);
    table.string('created_at', 32).notNullable();
    table.string('created_by', 255);
    table.string('updated_at', 32).notNullable();
    table.string('etag', 32).notNullable();
    table.string('once_key', 128);
    table.string('once_digest', 128);
  });
  await knex.schema.createTable('cluster_identities', table => {
    table.string('cluster', 63).primary();
    table.string('pinned', 64).comment('uid of the namespace kube-system');
    table.string('pinned_at', 32);
    table.string('seen', 64).comment('Another one that answered, refused');
    table.string('seen_at', 32);
    table.string('version', 64);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('cluster_identities');
  await knex.schema.dropTable('cluster_registrations');
};
