import { formatAge, formatDuration, formatMoment } from './formatTime';

const now = new Date('2026-11-21T12:00:00');
const ago = (ms: number) => new Date(now.getTime() - ms);

describe('formatTime', () => {
  it.each([
    [10_000, 'just now'],
    [-30_000, 'just now'],
    [12 * 60_000, '12 min ago'],
    [3.5 * 3_600_000, '3 h ago'],
    [5 * 86_400_000, '5 d ago'],
    [40 * 86_400_000, '12 Oct 2026'],
  ])('%d ms ago is %s', (ms, words) => {
    expect(formatAge(ago(ms), now)).toBe(words);
  });

  it('names the day only when it is another one', () => {
    expect(formatMoment(new Date('2026-11-21T02:04:00'), now)).toBe('02:04');
    expect(formatMoment(new Date('2026-11-20T02:04:00'), now)).toBe(
      '20 Nov 02:04',
    );
  });

  it.each([
    [850, '850 ms'],
    [12_300, '12 s'],
    [185_000, '3 min 5 s'],
    [9_600_000, '2 h 40 min'],
    [273_600_000, '3 d 4 h'],
  ])('%d ms lasts %s', (ms, words) => {
    expect(formatDuration(ms)).toBe(words);
  });

  it('T2: a clock that was set back makes no negative duration', () => {
    expect(formatDuration(-3_600_000)).toBe('0 ms');
  });
});
