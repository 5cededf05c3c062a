import type { RepositoryHealth } from '@cnoc/backstage-plugin-cnoc-common';
import { healthTimeline } from './healthTimeline';

const now = new Date('2026-11-21T12:00:00.000Z');
const hours = (count: number) =>
  new Date(now.getTime() - count * 3_600_000).toISOString();

const history: RepositoryHealth[] = [
  { state: 'reachable', since: hours(1) },
  { state: 'unreachable', since: hours(3), until: hours(1), reason: 'tls' },
  { state: 'reachable', since: hours(20), until: hours(4) },
];

describe('healthTimeline', () => {
  it('shows the shortest window that holds the history, gaps as unknown', () => {
    const timeline = healthTimeline(history[0], history, now);
    expect(timeline.window).toBe('24 hours');
    expect(
      timeline.strip.map(part => [
        part.state,
        (part.to - part.from) / 3_600_000,
      ]),
    ).toEqual([
      ['unknown', 4],
      ['reachable', 16],
      ['unknown', 1],
      ['unreachable', 2],
      ['reachable', 1],
    ]);
  });

  it('counts outages against the known time only', () => {
    const timeline = healthTimeline(history[0], history, now);
    expect(timeline.reachable).toBeCloseTo(17 / 19);
    expect(timeline.outages).toBe(1);
    expect(timeline.longestOutage).toBe(2 * 3_600_000);
  });

  it('takes the present state in before it became history', () => {
    const health: RepositoryHealth = {
      state: 'unreachable',
      since: hours(0.5),
    };
    const { spans } = healthTimeline(health, history, now);
    expect(spans.map(span => span.state)).toEqual([
      'unreachable',
      'reachable',
      'unreachable',
      'reachable',
    ]);
    // The one before ends where the present one began.
    expect(new Date(spans[1].to).toISOString()).toBe(hours(0.5));
    expect(spans.map(span => span.current)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('cuts what is older than 30 days', () => {
    const old = [{ state: 'reachable' as const, since: hours(24 * 90) }];
    const { strip, window } = healthTimeline(old[0], old, now);
    expect(window).toBe('30 days');
    expect(strip).toHaveLength(1);
    expect(strip[0].to - strip[0].from).toBe(30 * 24 * 3_600_000);
  });

  it('knows nothing of a remote that was never tried', () => {
    const timeline = healthTimeline({ state: 'unknown' }, [], now);
    expect(timeline.reachable).toBeUndefined();
    expect(timeline.strip.map(part => part.state)).toEqual(['unknown']);
  });

  it('ignores times that cannot be read or lie ahead', () => {
    const odd: RepositoryHealth[] = [
      { state: 'unreachable', since: hours(-5) },
      { state: 'unreachable', since: 'soon' },
    ];
    expect(healthTimeline(history[0], [...odd, ...history], now).outages).toBe(
      1,
    );
  });
});
