import { PassBudget } from './PassBudget';

describe('PassBudget', () => {
  it('lets a burst pass, and then a quarter of the time', () => {
    const budget = new PassBudget();
    budget.spend(500, 500);
    expect(budget.restMs(500)).toBe(0);
    budget.spend(100, 600);
    expect(budget.restMs(600)).toBe(300);
    expect(budget.restMs(900)).toBe(0);
  });

  it('forgives what a very long pass took, so that a later event does not wait for it', () => {
    const budget = new PassBudget();
    budget.spend(60_000, 60_000);
    expect(budget.restMs(60_000)).toBe(2_000);
    expect(budget.restMs(62_000)).toBe(0);
  });
});
