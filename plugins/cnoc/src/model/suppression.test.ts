import { checkSuppression, suppressionUntil } from './suppression';

const now = new Date('2026-11-21T12:00:00');
const draft = {
  reason: 'Maintenance of leaf-3',
  end: 'week',
  day: '',
} as const;

describe('suppression', () => {
  it.each([
    ['day', '2026-11-22T12:00:00'],
    ['week', '2026-11-28T12:00:00'],
    ['month', '2026-12-21T12:00:00'],
  ] as const)('a %s from now', (end, until) =>
    expect(suppressionUntil({ end, day: '' }, now)).toEqual(new Date(until)),
  );

  it('a chosen day is included', () => {
    expect(suppressionUntil({ end: 'date', day: '2026-11-21' }, now)).toEqual(
      new Date('2026-11-21T23:59:59.999'),
    );
  });

  it.each([
    ['day', '', '2027-03-28T10:00:00Z', 'over the night that loses an hour'],
    ['date', '2027-03-28', '2027-03-28T21:59:59.999Z', 'on the short day'],
    ['date', '2027-10-31', '2027-10-31T22:59:59.999Z', 'on the long day'],
    ['date', '2028-02-29', '2028-02-29T22:59:59.999Z', 'on a leap day'],
  ] as const)('T3: %s %s ends at %s, %s', (end, day, until, _when) =>
    expect(
      suppressionUntil(
        { end, day },
        new Date('2027-03-27T11:00:00Z'),
        'Europe/Berlin',
      ),
    ).toEqual(new Date(until)),
  );

  it('T3: a leap day in a year without one is no day', () =>
    expect(
      suppressionUntil({ end: 'date', day: '2027-02-29' }, now),
    ).toBeUndefined());

  it('needs a reason and an end within a year', () => {
    expect(checkSuppression(draft, now)).toEqual({});
    expect(checkSuppression({ ...draft, reason: '  ' }, now).reason).toMatch(
      /why/,
    );
    for (const [day, words] of [
      ['', 'Choose the last day.'],
      ['2026-11-20', 'Choose a day that is still to come.'],
      ['2028-01-01', 'Choose a day within a year.'],
    ]) {
      expect(checkSuppression({ ...draft, end: 'date', day }, now).day).toBe(
        words,
      );
    }
  });
});
