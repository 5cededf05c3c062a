const STATUS_INDEX = 'findings_status_index';

/**
 * What people decide about findings, each change of a finding's status, and bulk changes that must happen once.
 *
 * The page orders are indexes as a whole, the fabric at their end: with a million findings a page then reads its rows and
 * no more, and a filter by fabric or owner is answered from the index alone. The directions stand in the index, since
 * neither database walks an index that mixes them otherwise.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('findings', table => {
    table.string('etag', 24).notNullable().defaultTo('');
    table
      .text('decision')
      .comment('JSON: what a person said last, with the status they gave');
    table
      .bigInteger('until_ms')
      .comment('By the database’s clock: when a suppression ends');
    table.dropIndex(['fabric', 'status', 'severity_rank'], STATUS_INDEX);
  });
  await knex.schema.createTable('finding_moments', table => {
    table.bigIncrements('id');
    table.string('fabric', 63).notNullable();
    table.string('finding', 36).notNullable();
    table.string('status', 16).notNullable();
    table.string('at', 32).notNullable();
    table.string('by', 255);
    table.text('reason');
    table.string('until', 32);
    table.index(['finding', 'id'], 'finding_moments_index');
    table.index(['fabric'], 'finding_moments_fabric_index');
  });
  await knex.schema.createTable('finding_requests', table => {
    table.string('fabric', 63).notNullable();
    table.string('created_by', 255).notNullable();
    table.string('idempotency_key', 128).notNullable();
    table.string('request_hash', 64).notNullable();
    table.integer('changed').notNullable();
    table.string('created_at', 32).notNullable();
    table.primary(['fabric', 'created_by', 'idempotency_key']);
    table.index(['fabric', 'created_at'], 'finding_requests_age_index');
  });
  const page = 'severity_rank, first_seen desc, id';
  await knex.raw(
    `create index findings_fabric_status_page on findings (fabric, status, ${page})`,
  );
  await knex.raw(
    `create index findings_fabric_page on findings (fabric, ${page})`,
  );
  await knex.raw(
    `create index findings_status_page on findings (status, ${page}, fabric)`,
  );
  await knex.raw(`create index findings_page on findings (${page}, fabric)`);
  await knex.raw(
    `create index findings_resolved_index on findings (fabric, resolved_at) where resolved_at is not null`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const index of [
    'findings_fabric_status_page',
    'findings_fabric_page',
    'findings_status_page',
    'findings_page',
    'findings_resolved_index',
  ]) {
    await knex.raw(`drop index ${index}`);
  }
  await knex.schema.dropTable('finding_requests');
  await knex.schema.dropTable('finding_moments');
  await knex.schema.alterTable('findings', table => {
    table.dropColumn('etag');
    table.dropColumn('decision');
    table.dropColumn('until_ms');
    table.index(['fabric', 'status', 'severity_rank'], STATUS_INDEX);
  });
};
