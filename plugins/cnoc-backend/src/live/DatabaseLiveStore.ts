import { setImmediate as nextTurn } from 'node:timers/promises';
import { Knex } from 'knex';
import { Fence } from '../fabrics/Fence';
import { ConnectionState } from './connectionState';
import { FieldManager, LiveObject } from './LiveObject';
import { FullCheck, UnknownKind } from './LiveSnapshot';
import { LiveChanges, LiveStore, StoredConnection } from './LiveStore';
import { AgentDetail } from './switches/AgentDetail';

interface ResourceRow {
  fabric: string;
  kind: string;
  name: string;
  uid: string;
  resource_version: string;
  generation: string | number | null;
  created_at: string | null;
  deleting: boolean | number;
  hash: string;
  canonical: string;
  managers: string;
}

interface ConnectionRow {
  fabric: string;
  state: ConnectionState;
  since: string;
  stale_since: string | null;
  contact_at: string | null;
  message: string | null;
  complete: boolean | number;
  unknown_kinds: string;
  switches: string;
  switch_states: string | null;
  full_check: string | null;
}

interface AgentRow {
  fabric: string;
  name: string;
  detail: string;
}

/** SQLite allows 999 variables in a statement of old builds; a row has eleven. */
const rowsPerStatement = 80;

function rowOf(fabric: string, live: LiveObject): ResourceRow {
  return {
    fabric,
    kind: live.kind,
    name: live.name,
    uid: live.uid,
    resource_version: live.resourceVersion,
    generation: live.generation ?? null,
    created_at: live.createdAt ?? null,
    deleting: live.deleting,
    hash: live.hash,
    canonical: JSON.stringify(live.canonical),
    managers: JSON.stringify(live.managers),
  };
}

/** Rows of an earlier release hold the fields as a tree. */
function managersOf(text: string): FieldManager[] {
  const managers: (FieldManager & { fieldsV1?: object })[] = JSON.parse(text);
  return managers.map(({ fieldsV1, ...manager }) => ({
    ...manager,
    fields: manager.fields ?? JSON.stringify(fieldsV1 ?? {}),
  }));
}

function liveOf(row: ResourceRow): LiveObject {
  return {
    kind: row.kind,
    name: row.name,
    uid: row.uid,
    resourceVersion: row.resource_version,
    // PostgreSQL gives a bigint as text.
    ...(row.generation !== null && { generation: Number(row.generation) }),
    ...(row.created_at && { createdAt: row.created_at }),
    canonical: JSON.parse(row.canonical),
    hash: row.hash,
    managers: managersOf(row.managers),
    deleting: Boolean(row.deleting),
  };
}

function connectionRowOf(
  fabric: string,
  stored: StoredConnection,
): ConnectionRow {
  const { connection } = stored;
  return {
    fabric,
    state: connection.state,
    since: connection.since.toISOString(),
    stale_since: connection.staleSince?.toISOString() ?? null,
    contact_at: stored.contactAt?.toISOString() ?? null,
    message: connection.message ?? null,
    complete: stored.complete,
    unknown_kinds: JSON.stringify(stored.unknownKinds),
    switches: JSON.stringify(stored.switches),
    switch_states: stored.switchStates
      ? JSON.stringify(stored.switchStates)
      : null,
    full_check: stored.fullCheck ? JSON.stringify(stored.fullCheck) : null,
  };
}

function connectionOf(row: ConnectionRow): StoredConnection {
  const unknownKinds: (Omit<UnknownKind, 'since' | 'reason'> & {
    since: string;
    /** Rows of earlier releases have none */
    reason?: UnknownKind['reason'];
  })[] = JSON.parse(row.unknown_kinds);
  return {
    connection: {
      state: row.state,
      since: new Date(row.since),
      ...(row.stale_since && { staleSince: new Date(row.stale_since) }),
      ...(row.message && { message: row.message }),
    },
    ...(row.contact_at && { contactAt: new Date(row.contact_at) }),
    complete: Boolean(row.complete),
    unknownKinds: unknownKinds.map(({ kind, since, reason, message }) => ({
      kind,
      since: new Date(since),
      reason: reason ?? 'unreadable',
      message,
    })),
    switches: JSON.parse(row.switches),
    ...(row.switch_states && { switchStates: JSON.parse(row.switch_states) }),
    ...(row.full_check && { fullCheck: fullCheckOf(row.full_check) }),
  };
}

function fullCheckOf(text: string): FullCheck {
  const { at, objects, missed }: { at: string } & Omit<FullCheck, 'at'> =
    JSON.parse(text);
  return { at: new Date(at), objects, missed };
}

export class DatabaseLiveStore implements LiveStore {
  readonly #database: Knex;

  private constructor(database: Knex) {
    this.#database = database;
  }

  static create(database: Knex): DatabaseLiveStore {
    return new DatabaseLiveStore(database);
  }

  async objects(
    fabric: string,
    kinds?: readonly string[],
  ): Promise<LiveObject[]> {
    const rows = await this.#database<ResourceRow>('live_resources')
      .where({ fabric })
      .modify(query => kinds && query.whereIn('kind', [...kinds]))
      .orderBy(['kind', 'name']);
    const objects: LiveObject[] = [];
    for (const [index, row] of rows.entries()) {
      if (index % 200 === 0) {
        await nextTurn();
      }
      objects.push(liveOf(row));
    }
    return objects;
  }

  async agents(fabric: string): Promise<Map<string, AgentDetail>> {
    const rows = await this.#database<AgentRow>('live_agents').where({
      fabric,
    });
    return new Map(rows.map(row => [row.name, JSON.parse(row.detail)]));
  }

  async get(
    fabric: string,
    kind: string,
    name: string,
  ): Promise<LiveObject | undefined> {
    const row = await this.#database<ResourceRow>('live_resources')
      .where({ fabric, kind, name })
      .first();
    return row && liveOf(row);
  }

  async connection(fabric: string): Promise<StoredConnection | undefined> {
    const row = await this.#database<ConnectionRow>('live_connections')
      .where({ fabric })
      .first();
    return row && connectionOf(row);
  }

  async save(
    fabric: string,
    changes: LiveChanges,
    fence: Fence,
  ): Promise<void> {
    const { upserts, removals, connection, agents } = changes;
    await this.#database.transaction(async tx => {
      await fence.assertHeld(tx);
      for (let start = 0; start < upserts.length; start += rowsPerStatement) {
        await tx<ResourceRow>('live_resources')
          .insert(
            upserts
              .slice(start, start + rowsPerStatement)
              .map(live => rowOf(fabric, live)),
          )
          .onConflict(['fabric', 'kind', 'name'])
          .merge();
      }
      for (let start = 0; start < removals.length; start += rowsPerStatement) {
        await tx<ResourceRow>('live_resources')
          .where({ fabric })
          .whereIn(
            ['kind', 'name'],
            removals
              .slice(start, start + rowsPerStatement)
              .map(({ kind, name }) => [kind, name]),
          )
          .delete();
      }
      const agentRows = (agents?.upserts ?? []).map(({ name, detail }) => ({
        fabric,
        name,
        detail: JSON.stringify(detail),
      }));
      for (let start = 0; start < agentRows.length; start += rowsPerStatement) {
        await tx<AgentRow>('live_agents')
          .insert(agentRows.slice(start, start + rowsPerStatement))
          .onConflict(['fabric', 'name'])
          .merge();
      }
      const gone = agents?.removals ?? [];
      for (let start = 0; start < gone.length; start += rowsPerStatement) {
        await tx<AgentRow>('live_agents')
          .where({ fabric })
          .whereIn('name', gone.slice(start, start + rowsPerStatement))
          .delete();
      }
      if (connection) {
        await tx<ConnectionRow>('live_connections')
          .insert(connectionRowOf(fabric, connection))
          .onConflict('fabric')
          .merge();
      }
    });
  }
}
