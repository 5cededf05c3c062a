import type { SyncRun } from '../desired';
import type { FabricTold } from '../fabrics/FabricStore';
import { tellTransitions } from './tellTransitions';

const synced: SyncRun = {
  state: 'synced',
  commit: { sha: 'abcdef1234', message: 'Add web', author: 'A' },
  attemptedCommit: 'abcdef1234',
  diagnostics: [],
};
const failed: SyncRun = {
  ...synced,
  state: 'failed',
  attemptedCommit: 'ffff',
  message: 'Broken document',
};

function tell(
  told: FabricTold,
  run: SyncRun = { state: 'never', diagnostics: [] },
  state = 'unknown',
) {
  const result = tellTransitions(told, {
    run,
    connection: { state, message: 'no answer' },
    cluster: 'one',
  });
  return { ...result, types: result.entries.map(entry => entry.type) };
}

describe('tellTransitions', () => {
  it('tells a commit and a connection once', () => {
    const first = tell({}, synced, 'connected');
    expect(first.types).toEqual(['commit.synced', 'cluster.connected']);
    expect(first.entries[0]).toMatchObject({
      message: 'Read commit abcdef1: Add web',
      actor: 'A',
    });
    expect(tell(first.told, synced, 'connected').types).toEqual([]);
  });

  it('G11: tells a rewritten history once, with both commits', () => {
    const { told } = tell({}, synced);
    const forced: SyncRun = {
      ...synced,
      commit: { sha: '1234567890', message: 'Forced' },
      attemptedCommit: '1234567890',
      rewritten: true,
    };
    const after = tell(told, forced);
    expect(after.types).toEqual(['history.rewritten', 'commit.synced']);
    expect(after.entries[0].message).toMatch(/1234567.*abcdef1/);
    expect(tell(after.told, forced).types).toEqual([]);
  });

  it('tells each failure once, and again after a success', () => {
    const { told } = tell({}, failed);
    expect(tell(told, failed).types).toEqual([]);
    const healed = tell(told, synced).told;
    expect(tell(healed, failed).types).toEqual(['sync.failed']);
  });

  it('tells that git can be read again, also when it did not move', () => {
    const { told } = tell({}, synced);
    const broken = tell(told, failed);
    const healed = tell(broken.told, synced);
    expect(healed.entries).toMatchObject([
      {
        type: 'commit.synced',
        message: 'Git can be read again; it is still at commit abcdef1',
      },
    ]);
    expect(tell(healed.told, synced).types).toEqual([]);
  });

  it('tells loss and return of a cluster, but not that one starts up or lacks a kind', () => {
    const { told } = tell({}, undefined, 'connected');
    expect(tell(told, undefined, 'unknown').types).toEqual([]);
    expect(tell(told, undefined, 'degraded').types).toEqual([]);
    const lost = tell(told, undefined, 'disconnected');
    expect(lost.entries).toMatchObject([
      {
        type: 'cluster.disconnected',
        message: "Lost cluster 'one': no answer",
      },
    ]);
    expect(tell(lost.told, undefined, 'degraded').types).toEqual([
      'cluster.connected',
    ]);
  });

  it('K25: tells once, and as critical, that another cluster answers', () => {
    const replaced = (told: FabricTold) =>
      tellTransitions(told, {
        run: { state: 'never', diagnostics: [] },
        connection: { state: 'disconnected', replaced: true },
        cluster: 'one',
      });
    const first = replaced({ connection: 'connected' });
    expect(first.entries).toMatchObject([
      { type: 'cluster.replaced', severity: 'critical' },
    ]);
    expect(replaced(first.told).entries).toEqual([]);
    expect(tell(first.told, undefined, 'connected').types).toEqual([
      'cluster.connected',
    ]);
  });
});
