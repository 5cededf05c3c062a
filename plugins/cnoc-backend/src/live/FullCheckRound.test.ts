import { FullCheckRound } from './FullCheckRound';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 12, minute));

describe('FullCheckRound', () => {
  it('is complete when every kind that can be read has been checked', () => {
    const round = new FullCheckRound();
    const kinds = ['VPC', 'Switch'];
    expect(
      round.add('VPC', { objects: 3, missed: 1 }, kinds, at(0)),
    ).toBeUndefined();
    expect(
      round.add('Switch', { objects: 2, missed: 0 }, kinds, at(1)),
    ).toEqual({ at: at(1), objects: 5, missed: 1 });
    // The next one begins with nothing.
    expect(
      round.add('Switch', { objects: 2, missed: 0 }, kinds, at(9)),
    ).toBeUndefined();
    expect(round.add('VPC', { objects: 3, missed: 0 }, kinds, at(10))).toEqual({
      at: at(10),
      objects: 5,
      missed: 0,
    });
  });

  it('forgets nothing that was missed while another kind was late', () => {
    const round = new FullCheckRound();
    const kinds = ['VPC', 'Switch'];
    round.add('VPC', { objects: 3, missed: 1 }, kinds, at(0));
    round.add('VPC', { objects: 4, missed: 1 }, kinds, at(1));
    expect(
      round.add('Switch', { objects: 2, missed: 0 }, kinds, at(2)),
    ).toMatchObject({ objects: 6, missed: 2 });
  });

  it('waits for no kind that cannot be read', () => {
    expect(
      new FullCheckRound().add(
        'VPC',
        { objects: 3, missed: 0 },
        ['VPC'],
        at(0),
      ),
    ).toMatchObject({ objects: 3 });
  });
});
