import type { Reading } from './DesiredReader';
import type { DesiredChange } from './DesiredStore';
import type { StoredSyncRun, SyncRun } from './SyncRun';

/** How a run ended, after what was read. */
export function outcomeOf(
  reading: Reading,
  before: StoredSyncRun | undefined,
  change: DesiredChange | undefined,
): Pick<
  StoredSyncRun,
  'state' | 'commit' | 'message' | 'diagnostics' | 'settled' | 'changed'
> {
  const { diagnostics } = reading;
  if (reading.state === 'failed') {
    const { settled, message, parsed } = reading;
    return {
      state: 'failed',
      settled,
      message,
      diagnostics,
      ...(before?.commit && { commit: before.commit }),
      ...(parsed !== undefined && {
        changed: { files: parsed, written: 0, removed: 0 },
      }),
    };
  }
  return {
    state: 'synced',
    settled: true,
    commit: reading.commit,
    diagnostics,
    changed: {
      files: reading.parsed,
      written: change?.resources.put.length ?? 0,
      removed: change?.resources.remove.length ?? 0,
    },
  };
}

/** Whether two runs say different things; what they cost is nothing that they say. */
export function differs(before: SyncRun | undefined, after: SyncRun): boolean {
  return (
    before?.state !== after.state ||
    before.commit?.sha !== after.commit?.sha ||
    before.attemptedCommit !== after.attemptedCommit ||
    before.message !== after.message ||
    JSON.stringify(before.diagnostics) !== JSON.stringify(after.diagnostics)
  );
}
