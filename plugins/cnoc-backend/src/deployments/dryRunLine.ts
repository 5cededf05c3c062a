import type { PlanLine } from '@cnoc/backstage-plugin-cnoc-common';
import { ClusterError, type ClusterClient } from '../live';
import type { DraftLine } from './planOf';
import { applyBodyOf, removalPatch, removalsOf } from './writesOf';

/** Field manager that CNOC writes as. */
export const FIELD_MANAGER = 'cnoc';

/** Refusals that another line of the same plan can be the cause of. */
const DEPENDENT: ReadonlySet<string> = new Set([
  'invalid',
  'forbidden',
  'refused',
]);

/**
 * Lets the server judge one line without storing anything.
 *
 * @param holderOf - field manager that holds a field which only the cluster has
 * @throws the signal's abort; what the cluster says is the answer
 */
export async function dryRunLine(
  line: DraftLine,
  options: {
    client: ClusterClient;
    namespace: string;
    force: boolean;
    holderOf: (path: string) => string | undefined;
    signal: AbortSignal;
  },
): Promise<PlanLine['dryRun']> {
  const { client, signal } = options;
  try {
    if (line.action === 'delete') {
      const { uid } = line.liveObject!;
      await client.remove(line.kind, line.name, { uid, dryRun: true }, signal);
      return { ok: true };
    }
    return await dryRunWrite(line, options);
  } catch (error) {
    if (signal.aborted || !(error instanceof ClusterError)) throw error;
    if (line.after && DEPENDENT.has(error.reason)) {
      return {
        ok: true,
        message: `The server can judge this only after ${line.after}: ${error.message}`,
      };
    }
    return { ok: false, message: error.message, conflicts: error.conflicts };
  }
}

async function dryRunWrite(
  line: DraftLine,
  options: Parameters<typeof dryRunLine>[1],
): Promise<PlanLine['dryRun']> {
  const { client, namespace, force, holderOf, signal } = options;
  const desired = line.desired!;
  const live = line.liveObject;
  const result = await client.apply(
    applyBodyOf(desired.object, {
      namespace,
      // Not its resourceVersion: a heartbeat since the last event would look like a refusal. The real write has it
      precondition: live && { uid: live.uid },
    }),
    { dryRun: true, force },
    signal,
  );
  const removals = removalsOf(desired.canonical, result);
  if (removals.length === 0 || !live) return { ok: true };

  const conflicts = removals.flatMap(field => {
    const manager = holderOf(field);
    return manager && manager !== FIELD_MANAGER ? [{ manager, field }] : [];
  });
  if (conflicts.length > 0 && !force) {
    return {
      ok: false,
      message: `Another field manager holds ${
        conflicts.length === 1 ? 'a field' : 'fields'
      } that git does not have`,
      conflicts,
    };
  }
  const current = await client.get(line.kind, line.name, signal);
  if (current) {
    await client.patch(
      line.kind,
      line.name,
      removalPatch(removalsOf(desired.canonical, current), current),
      { dryRun: true },
      signal,
    );
  }
  return { ok: true };
}
