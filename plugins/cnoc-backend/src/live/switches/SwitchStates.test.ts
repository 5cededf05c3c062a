import { SwitchHealth } from '../switchHealth';
import { SwitchStates } from './SwitchStates';

const minute = (n: number) => new Date(Date.UTC(2026, 2, 1, 12, n));
const iso = (n: number) => minute(n).toISOString();
const one = (state: SwitchHealth['state']) => [{ name: 'leaf-1', state }];

describe('SwitchStates', () => {
  it('counts since a state began', () => {
    const states = new SwitchStates();
    expect(states.mark(one('ready'), minute(0))[0].since).toBe(iso(0));
    expect(states.mark(one('ready'), minute(5))[0].since).toBe(iso(0));
    expect(states.mark(one('silent'), minute(6))[0].since).toBe(iso(6));
  });

  it('goes on counting after a restart, and after a time in which nothing was known', () => {
    const before = new SwitchStates();
    before.mark(one('unhealthy'), minute(0));
    const states = new SwitchStates();
    states.restore(before.known());
    expect(states.mark(one('unknown'), minute(10))[0]).toEqual({
      name: 'leaf-1',
      state: 'unknown',
      since: iso(10),
    });
    expect(states.mark(one('unknown'), minute(11))[0].since).toBe(iso(10));
    expect(states.mark(one('unhealthy'), minute(12))[0].since).toBe(iso(0));
    expect(states.mark(one('ready'), minute(13))[0].since).toBe(iso(13));
  });

  it('forgets switches that are gone, but not for an empty list', () => {
    const states = new SwitchStates();
    states.mark(one('ready'), minute(0));
    states.mark([], minute(1));
    expect(Object.keys(states.known())).toEqual(['leaf-1']);
    states.mark([{ name: 'leaf-2', state: 'ready' }], minute(2));
    expect(Object.keys(states.known())).toEqual(['leaf-2']);
  });
});
