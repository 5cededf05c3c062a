import type { ActivityEntry } from '../activity/ActivityStore';
import type { SyncRun } from '../desired';
import type { FabricTold } from '../fabrics/FabricStore';

/**
 * The timeline's lines for what changed about a fabric's two sources since it was told last. A connection that is only
 * starting up is no news.
 */
export function tellTransitions(
  told: FabricTold,
  now: {
    run: SyncRun;
    connection: { state: string; message?: string; replaced?: boolean };
    cluster: string;
  },
): { entries: ActivityEntry[]; told: FabricTold } {
  const { run, connection, cluster } = now;
  const entries: ActivityEntry[] = [];
  const next: FabricTold = { ...told };

  if (run.rewritten && told.rewritten !== run.attemptedCommit) {
    next.rewritten = run.attemptedCommit;
    entries.push({
      type: 'history.rewritten',
      severity: 'warning',
      message: `The branch was rewritten: ${
        run.attemptedCommit?.slice(0, 7) ?? 'its commit'
      } does not follow the commit that was read before${
        told.commit ? ` (${told.commit.slice(0, 7)})` : ''
      }`,
      commit: run.attemptedCommit,
    });
  }
  if (run.state === 'synced' && run.commit) {
    if (told.commit !== run.commit.sha) {
      next.commit = run.commit.sha;
      entries.push({
        type: 'commit.synced',
        message: `Read commit ${run.commit.sha.slice(0, 7)}: ${
          run.commit.message
        }`,
        actor: run.commit.author,
        commit: run.commit.sha,
      });
    } else if (told.failure !== undefined) {
      entries.push({
        type: 'commit.synced',
        message: `Git can be read again; it is still at commit ${run.commit.sha.slice(
          0,
          7,
        )}`,
        commit: run.commit.sha,
      });
    }
    next.failure = undefined;
  }
  if (run.state === 'failed') {
    const failure = `${run.attemptedCommit ?? ''} ${run.message ?? ''}`;
    if (told.failure !== failure) {
      next.failure = failure;
      entries.push({
        type: 'sync.failed',
        severity: 'warning',
        message: run.message ?? 'Git could not be read',
        commit: run.attemptedCommit,
      });
    }
  }

  const connected =
    connection.state === 'connected' || connection.state === 'degraded';
  if (connected && told.connection !== 'connected') {
    next.connection = 'connected';
    entries.push({
      type: 'cluster.connected',
      message: `Connected to cluster '${cluster}'`,
    });
  }
  if (connection.replaced) {
    if (told.connection !== 'replaced') {
      next.connection = 'replaced';
      entries.push({
        type: 'cluster.replaced',
        severity: 'critical',
        message: `Another cluster than before answers as '${cluster}'; nothing is read or written until somebody accepts it`,
      });
    }
  } else if (
    connection.state === 'disconnected' &&
    told.connection !== 'disconnected'
  ) {
    next.connection = 'disconnected';
    entries.push({
      type: 'cluster.disconnected',
      severity: 'warning',
      message: `Lost cluster '${cluster}'${
        connection.message ? `: ${connection.message}` : ''
      }`,
    });
  }
  return { entries, told: next };
}
