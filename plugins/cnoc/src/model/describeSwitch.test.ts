import { labSwitches } from '../__testUtils__/switches';
import {
  compareSwitches,
  describeSessions,
  describeSwitch,
  summariseSwitches,
} from './describeSwitch';

const [ready, lagging, unhealthy] = labSwitches;

describe('describeSwitch', () => {
  it('puts the worst first', () => {
    expect(
      [...labSwitches].sort(compareSwitches).map(({ state }) => state),
    ).toEqual(['unhealthy', 'lagging', 'ready']);
  });

  it('does not count what is not known as up', () => {
    expect(describeSessions(ready).words).toEqual([
      '12 of 13 interfaces up, 1 unknown',
      '4 of 4 BGP sessions up',
    ]);
    expect(describeSessions(unhealthy).wrong).toBe(true);
  });

  it('what cannot be renewed does not look good', () => {
    expect(describeSwitch(ready, '2026-11-21T02:04:00Z').tone).toBe('unknown');
    expect(summariseSwitches([ready], '2026-11-21T02:04:00Z').sentence).toMatch(
      /^Nobody knows/,
    );
  });

  it.each([
    [[ready], 'All well: 1 switch reporting, and nothing waits to be applied'],
    [[ready, lagging], '1 of 2 switches has not applied the newest yet'],
    [labSwitches, '1 of 3 switches is not well'],
    [
      [ready, { ...ready, state: 'unknown' as const }],
      'Nothing is known of 1 of 2 switches',
    ],
  ])('answers in a sentence %#', (switches, sentence) => {
    expect(summariseSwitches(switches).sentence).toBe(sentence);
  });
});
