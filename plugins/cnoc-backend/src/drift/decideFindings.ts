import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Finding } from '@cnoc/backstage-plugin-cnoc-common';
import type { Knex } from 'knex';
import { assertEtag, changedMeanwhile, newEtag } from '../fabrics/etag';
import { addMoments } from './findingMoments';
import { decisionOf, findingOf, type FindingRow } from './findingRows';
import type { FindingDecisionInput } from './FindingStore';

const LOOKUP = 200;
const KEPT_REQUESTS = 200;

/** Writes a person's decision onto findings: all of them or none. */
export async function decideFindings(
  tx: Knex.Transaction,
  input: {
    fabric: string;
    ids: readonly string[];
    decision: FindingDecisionInput;
    ifMatch?: string;
    once?: { key: string; requestHash: string };
  },
): Promise<{ changed: Finding[]; replayed?: number }> {
  const { fabric, decision, ifMatch, once } = input;
  const { by } = decision;
  const earlier = once && (await requestOf(tx, fabric, by, once));
  if (earlier !== undefined) return { changed: [], replayed: earlier };

  const rows = await rowsOf(tx, fabric, [...new Set(input.ids)]);
  const resolved = rows.filter(row => row.status === 'resolved');
  if (resolved.length > 0) {
    throw new ConflictError(
      resolved.length === 1
        ? `The finding about ${resolved[0].kind} '${resolved[0].name}' is resolved; there is nothing left to decide`
        : `${resolved.length} of the findings are resolved; leave them out`,
    );
  }
  for (const row of rows) assertEtag(row.etag, ifMatch);
  const changed: Finding[] = [];
  for (const row of rows.filter(one => !isAlready(one, decision))) {
    const change = { ...columnsOf(decision), etag: newEtag() };
    const count = await tx('findings')
      .where({ id: row.id, etag: row.etag })
      .whereNot('status', 'resolved')
      .update(change);
    // A check or another person came between
    if (count === 0) throw changedMeanwhile();
    changed.push(findingOf({ ...row, ...change }));
  }
  await addMoments(
    tx,
    fabric,
    changed.map(({ id }) => ({ ...decision, id })),
  );
  await recountOpen(tx, fabric, changed);
  if (once) await keepRequest(tx, fabric, decision, once, changed.length);
  return { changed };
}

async function rowsOf(
  tx: Knex.Transaction,
  fabric: string,
  ids: string[],
): Promise<FindingRow[]> {
  const rows: FindingRow[] = [];
  for (let start = 0; start < ids.length; start += LOOKUP) {
    rows.push(
      ...(await tx<FindingRow>('findings')
        .where({ fabric })
        .whereIn('id', ids.slice(start, start + LOOKUP))
        .orderBy('id')
        .select('*')),
    );
  }
  if (rows.length < ids.length) {
    const known = new Set(rows.map(row => row.id));
    const missing = ids.find(id => !known.has(id));
    throw new NotFoundError(`Fabric '${fabric}' has no finding '${missing}'`);
  }
  return rows;
}

function columnsOf({ status, by, at, reason, until }: FindingDecisionInput) {
  return {
    status,
    decision: JSON.stringify({ status, by, at, reason, until }),
    until_ms: status === 'suppressed' && until ? Date.parse(until) : null,
  };
}

/** The same decision once more is no change of the finding's life. */
function isAlready(row: FindingRow, wanted: FindingDecisionInput): boolean {
  if (row.status !== wanted.status) return false;
  if (wanted.status === 'open') return true;
  const known = decisionOf(row);
  return (
    known !== undefined &&
    known.reason === wanted.reason &&
    known.until === wanted.until
  );
}

/** The resource's own count follows at once; a check would see it a while later. */
async function recountOpen(
  tx: Knex.Transaction,
  fabric: string,
  changed: readonly Finding[],
): Promise<void> {
  const resources = new Map(
    changed.map(one => [`${one.kind}/${one.name}`, one]),
  );
  for (const { kind, name } of resources.values()) {
    const open = tx('findings')
      .where({ fabric, kind, name, status: 'open' })
      .count('*');
    await tx('resource_states')
      .where({ fabric, kind, name })
      .update({ findings: open as unknown as number });
  }
}

async function requestOf(
  tx: Knex.Transaction,
  fabric: string,
  by: string,
  once: { key: string; requestHash: string },
): Promise<number | undefined> {
  const row = await tx('finding_requests')
    .where({ fabric, created_by: by, idempotency_key: once.key })
    .first();
  if (!row) return undefined;
  if (row.request_hash !== once.requestHash) {
    throw new ConflictError(
      'The Idempotency-Key was used for another request; use a new one',
    );
  }
  return Number(row.changed);
}

async function keepRequest(
  tx: Knex.Transaction,
  fabric: string,
  { by, at }: FindingDecisionInput,
  once: { key: string; requestHash: string },
  changed: number,
): Promise<void> {
  await tx('finding_requests').insert({
    fabric,
    created_by: by,
    idempotency_key: once.key,
    request_hash: once.requestHash,
    changed,
    created_at: at,
  });
  const oldest = await tx('finding_requests')
    .where({ fabric })
    .orderBy('created_at', 'desc')
    .offset(KEPT_REQUESTS)
    .first('created_at');
  if (!oldest) return;
  await tx('finding_requests')
    .where({ fabric })
    .where('created_at', '<=', oldest.created_at)
    .delete();
}
