import { attachment, connection, live, vpc } from '../__testUtils__/resources';
import { LagTracker } from './LagTracker';

const leaf = {
  apiVersion: 'wiring.githedgehog.com/v1beta1',
  kind: 'Switch',
  metadata: { name: 'leaf' },
  spec: { role: 'server-leaf', profile: 'vs' },
};
const fabric = (vlan: number) =>
  [leaf, connection(), attachment('a'), vpc('a', vlan), vpc('b')].map(object =>
    live(object),
  );
const ready = [{ name: 'leaf', state: 'ready' as const }];
const lagging = [{ name: 'leaf', state: 'lagging' as const }];

describe('LagTracker', () => {
  it('nothing lags while every switch is ready', () => {
    expect(new LagTracker().update(fabric(1001), ready).size).toBe(0);
  });

  it('what changed since its switch was ready lags, through the attachment and its connection', () => {
    const tracker = new LagTracker();
    tracker.update(fabric(1001), ready);
    expect([...tracker.update(fabric(1002), lagging)]).toEqual([
      'Switch/leaf',
      'VPC/a',
    ]);
    expect(tracker.update(fabric(1002), ready).size).toBe(0);
    expect([...tracker.update(fabric(1002), lagging)]).toEqual(['Switch/leaf']);
  });

  it('only the switch itself lags when it is not known what it had', () => {
    expect([...new LagTracker().update(fabric(1001), lagging)]).toEqual([
      'Switch/leaf',
    ]);
  });
});
