import { planReady, planWithConflict } from '../__testUtils__/plans';
import {
  confirmationOf,
  describeCounts,
  heldFields,
  wavesOf,
} from './describePlan';

describe('describePlan', () => {
  it.each([
    [{ create: 0, update: 3, delete: 1 }, '3 updates and 1 delete'],
    [{ create: 2, update: 1, delete: 1 }, '2 creates, 1 update and 1 delete'],
    [{ create: 0, update: 0, delete: 0 }, 'no changes'],
  ])('%j', (counts, words) => {
    expect(describeCounts(counts)).toBe(words);
  });

  it('orders lines by wave', () => {
    expect(
      wavesOf(planReady.lines).map(w => [w.wave, w.lines.map(l => l.name)]),
    ).toEqual([
      [0, ['vpc-3']],
      [1, ['vpc-1', 'vpc-2']],
      [2, ['spine-1--leaf-1', 'vpc-3--server-5']],
    ]);
  });

  it('counts fields held by others', () => {
    expect(heldFields(planWithConflict.lines)).toEqual({
      count: 2,
      managers: ['kubectl-edit'],
    });
  });

  it('asks to type the name only when something is deleted or traffic is hit', () => {
    const calm = {
      ...planReady,
      lines: planReady.lines.filter(l => l.severity !== 'critical'),
    };
    expect(confirmationOf(planReady)).toBe('type');
    expect(confirmationOf(calm)).toBe('none');
    expect(confirmationOf({ ...calm, force: true })).toBe('dialog');
    expect(
      confirmationOf({ ...calm, counts: { create: 0, update: 0, delete: 1 } }),
    ).toBe('type');
  });
});
