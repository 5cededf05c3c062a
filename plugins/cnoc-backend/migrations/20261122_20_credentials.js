/**
 * Stored credentials, sealed, and how far their re-encryption under a new key is.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('credentials', table => {
    table.string('name', 63).primary();
    table.text('title');
    table.string('type', 16).notNullable();
    table.string('origin', 16).notNullable();
    table.string('username', 255);
    table.text('sealed').notNullable().comment('v1.<key>.<iv>.<tag>.<value>');
    table.string('fingerprint', 64).notNullable();
    table.string('strength_level', 16).notNullable();
    table.text('strength_reason').notNullable();
    table.text('public_key');
    table.string('expires_at', 32);
    table.bigInteger('uses').notNullable().defaultTo(0);
    table.string('last_used_at', 32);
    table.string('created_at', 32).notNullable();
    table.string('created_by', 255);
    table.string('updated_at', 32).notNullable();
    table.string('rotated_at', 32);
    table.string('etag', 32).notNullable();
    table.string('once_key', 128);
    table.string('once_digest', 128);
  });
  await knex.schema.createTable('key_rotations', table => {
    table.string('id', 16).primary().comment('Only one: current');
    table.string('state', 16).notNullable();
    table.integer('total').notNullable();
    table.integer('done').notNullable();
    table.text('failed').notNullable().comment('JSON: names of values');
    table.string('started_at', 32).notNullable();
    table.string('finished_at', 32);
    table.string('started_by', 255);
    table.string('holder', 64);
    table
      .bigInteger('held_until')
      .notNullable()
      .defaultTo(0)
      .comment('Milliseconds of the clock of the database');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('key_rotations');
  await knex.schema.dropTable('credentials');
};
