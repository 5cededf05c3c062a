import type { FabricStatus } from '@cnoc/backstage-plugin-cnoc-common';
import { labMesh } from '../__testUtils__/fabrics';
import { describeStatus } from './describeStatus';

const healthy = labMesh.status;
const factOf = (id: string, status: Partial<FabricStatus>) =>
  describeStatus({ ...healthy, ...status }).find(fact => fact.id === id);

describe('describeStatus', () => {
  it('keeps the four facts separate and in order', () => {
    expect(describeStatus(healthy).map(f => [f.label, f.word])).toEqual([
      ['Connection', 'Connected'],
      ['Sync', 'Synced'],
      ['Drift', 'In sync'],
      ['Health', 'Healthy'],
    ]);
  });

  it('a failed sync says which commit stays', () => {
    expect(
      factOf('sync', {
        sync: { state: 'failed', commit: 'abcdef0123456789' },
      }),
    ).toMatchObject({ tone: 'bad', detail: 'stays at abcdef0' });
  });

  it.each([
    [
      { critical: 2, warning: 1, info: 3 },
      'bad',
      '2 critical, 1 warning and 3 info',
    ],
    [{ critical: 0, warning: 2, info: 0 }, 'warning', '2 warnings'],
  ] as const)('drift counts %j', (findings, tone, detail) => {
    expect(
      factOf('drift', { drift: { state: 'drifted', findings } }),
    ).toMatchObject({ tone, detail });
  });

  it('drift and health of a cluster that does not answer are stale', () => {
    const connection = {
      state: 'disconnected',
      staleSince: '2026-11-21T02:04:00Z',
    } as const;
    for (const id of ['drift', 'health']) {
      expect(factOf(id, { connection })).toMatchObject({
        staleSince: '2026-11-21T02:04:00Z',
      });
    }
    expect(factOf('sync', { connection })?.staleSince).toBeUndefined();
  });
});
