import type { ResourceMoment } from '@cnoc/backstage-plugin-cnoc-common';
import { inOrder, momentKey, sideAt, stretchesOf } from './resourceHistory';

const moment = (
  side: ResourceMoment['side'],
  minute: number,
  yaml?: string,
): ResourceMoment => ({
  side,
  at: `2026-11-21T02:${String(minute).padStart(2, '0')}:00.000Z`,
  present: yaml !== undefined,
  yaml,
});

/** Newest first, as the engine answers. */
const answered = [
  moment('git', 30),
  moment('cluster', 20, 'vlan: 3'),
  moment('cluster', 10, 'vlan: 2'),
  moment('git', 10, 'vlan: 2'),
  moment('git', 0, 'vlan: 1'),
];

describe('resource history', () => {
  it('puts the moments oldest first, git before the cluster within one check', () => {
    expect(inOrder(answered).map(momentKey)).toEqual([
      'git@2026-11-21T02:00:00.000Z',
      'git@2026-11-21T02:10:00.000Z',
      'cluster@2026-11-21T02:10:00.000Z',
      'cluster@2026-11-21T02:20:00.000Z',
      'git@2026-11-21T02:30:00.000Z',
    ]);
  });

  it('knows both sides at any moment; before the first, nothing is claimed', () => {
    const moments = inOrder(answered);
    const [first, second, , , last] = moments;
    expect(sideAt(moments, 'cluster', first.at)).toEqual({
      state: 'unrecorded',
    });
    expect(sideAt(moments, 'git', first.at)).toEqual({
      state: 'present',
      yaml: 'vlan: 1',
    });
    // The cluster changed in the same check.
    expect(sideAt(moments, 'cluster', second.at)).toEqual({
      state: 'present',
      yaml: 'vlan: 2',
    });
    expect(sideAt(moments, 'git', last.at)).toEqual({ state: 'gone' });
  });

  it('draws each side as stretches up to now', () => {
    const moments = inOrder(answered);
    expect(stretchesOf(moments, 'git')).toEqual([
      { from: 0, to: 1, state: 'present' },
      { from: 1, to: 4, state: 'present' },
      { from: 4, to: 5, state: 'gone' },
    ]);
    expect(stretchesOf(moments, 'cluster')).toEqual([
      { from: 0, to: 2, state: 'unrecorded' },
      { from: 2, to: 3, state: 'present' },
      { from: 3, to: 5, state: 'present' },
    ]);
    expect(stretchesOf([], 'git')).toEqual([]);
  });
});
