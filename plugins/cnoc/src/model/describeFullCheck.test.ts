import { describeFullCheck } from './describeFullCheck';

const at = '2026-11-21T02:05:00.000Z';

describe('describeFullCheck', () => {
  it.each([
    [1234, 0, 'All 1,234 objects compared anew', 'nothing had been missed'],
    [
      1,
      1,
      'The 1 object compared anew',
      '1 change had been missed by the watches and was found',
    ],
    [
      123,
      2,
      'All 123 objects compared anew',
      '2 changes had been missed by the watches and were found',
    ],
  ])('%d objects, %d missed', (objects, missed, covered, result) =>
    expect(describeFullCheck({ at, objects, missed })).toEqual({
      covered,
      result,
    }),
  );
});
