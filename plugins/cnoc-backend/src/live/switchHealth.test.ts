import { LiveObject } from './LiveObject';
import { agentFactsOf, switchHealth } from './switchHealth';

const now = Date.parse('2026-03-01T12:00:00Z');
const ago = (seconds: number) => new Date(now - seconds * 1000).toISOString();

const leaf = {
  kind: 'Switch',
  name: 'leaf-1',
  canonical: { spec: { role: 'server-leaf' } },
} as unknown as LiveObject;

const agent = (status: object, generation = 7) => ({
  apiVersion: 'agent.githedgehog.com/v1beta1',
  kind: 'Agent',
  metadata: { name: 'leaf-1', generation },
  status,
});

const healthOf = (status: object, known = true) =>
  switchHealth(
    [leaf],
    new Map([['leaf-1', agentFactsOf(agent(status), undefined, now)]]),
    { now, known },
  )[0];

describe('switchHealth', () => {
  it.each([
    ['ready', { lastHeartbeat: ago(10), lastAppliedGen: 7 }],
    ['lagging', { lastHeartbeat: ago(10), lastAppliedGen: 6 }],
    ['silent', { lastHeartbeat: ago(61), lastAppliedGen: 7 }],
    ['ready', { lastHeartbeat: ago(60), lastAppliedGen: 7 }],
    ['unknown', { lastHeartbeat: ago(10) }],
    ['unknown', {}],
    ['unknown', { lastHeartbeat: 'yesterday', lastAppliedGen: 7 }],
  ])('%s: %j', (state, status) => {
    expect(healthOf(status)).toMatchObject({ role: 'server-leaf', state });
  });

  it('is unknown, never silent, while the agents cannot be read', () => {
    expect(
      healthOf({ lastHeartbeat: ago(600), lastAppliedGen: 7 }, false),
    ).toMatchObject({
      state: 'unknown',
      appliedGeneration: 7,
    });
  });

  it('a switch without an agent is unknown', () => {
    expect(switchHealth([leaf], new Map(), { now, known: true })).toEqual([
      { name: 'leaf-1', role: 'server-leaf', state: 'unknown' },
    ]);
  });

  it('T1: a switch whose clock is wrong is alive as long as heartbeats arrive', () => {
    const first = agentFactsOf(
      agent({ lastHeartbeat: ago(4_000), lastAppliedGen: 7 }),
      undefined,
      now - 30_000,
    );
    const second = agentFactsOf(
      agent({ lastHeartbeat: ago(3_970), lastAppliedGen: 7 }),
      first,
      now,
    );
    const at = (time: number) =>
      switchHealth([leaf], new Map([['leaf-1', second]]), {
        now: time,
        known: true,
      })[0].state;
    expect(at(now)).toBe('ready');
    expect(at(now + 61_000)).toBe('silent');
  });
});
