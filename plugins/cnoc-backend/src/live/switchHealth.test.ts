import { KubernetesObject } from '@cnoc/hedgehog';
import { LiveObject } from './LiveObject';
import { switchHealth } from './switchHealth';
import { AgentFacts, agentFactsOf } from './switches/AgentFacts';
import { Wiring } from './switches/Wiring';

const now = Date.parse('2026-03-01T12:00:00Z');
const ago = (seconds: number) => new Date(now - seconds * 1000).toISOString();

let wiring = Wiring.of([]);
const session = (state: string) => ({ enabled: true, state });
const connection = (name: string, spec: object) => ({
  kind: 'Connection',
  name,
  canonical: { spec } as unknown as KubernetesObject,
});

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
    { now, known, wiring },
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
    expect(
      switchHealth([leaf], new Map(), { now, known: true, wiring }),
    ).toEqual([{ name: 'leaf-1', role: 'server-leaf', state: 'unknown' }]);
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
        wiring,
      })[0].state;
    expect(at(now)).toBe('ready');
    expect(at(now + 61_000)).toBe('silent');
  });

  it.each([
    ['year 0001', '0001-01-01T00:00:00Z'],
    ['year 9999', '9999-12-31T23:59:59Z'],
    ['an hour ahead', new Date(now + 3_600_000).toISOString()],
  ])('T4: a clock in %s decides nothing', (_, lastHeartbeat) => {
    const first = agentFactsOf(
      agent({ lastHeartbeat, lastAppliedGen: 7 }),
      undefined,
      now,
    );
    const stateAt = (facts: AgentFacts, time: number) =>
      switchHealth([leaf], new Map([['leaf-1', facts]]), {
        now: time,
        known: true,
        wiring,
      })[0];
    // Not known yet whether it lives; dead when no other heartbeat comes; alive as soon as one does.
    expect(stateAt(first, now)).toMatchObject({
      state: 'unknown',
      heartbeatAt: lastHeartbeat,
    });
    expect(stateAt(first, now + 61_000).state).toBe('silent');
    const next = agentFactsOf(
      agent({
        lastHeartbeat: lastHeartbeat.replace(/.Z$/, '1Z'),
        lastAppliedGen: 7,
      }),
      first,
      now + 20_000,
    );
    expect(stateAt(next, now + 40_000).state).toBe('ready');
    expect(stateAt(next, now + 81_000).state).toBe('silent');
  });

  it('S1: reads nothing but the status', () => {
    const facts = agentFactsOf(
      { ...agent({ lastAppliedGen: 7 }), spec: { secret: 'canary' } },
      undefined,
      now,
    );
    expect(JSON.stringify(facts)).not.toContain('canary');
  });

  describe('what is wrong', () => {
    const port = (oper: string, more: object = {}) => ({
      enabled: true,
      admin: 'up',
      oper,
      ...more,
    });
    const reported = (state: object, more: object = {}) =>
      healthOf({
        lastHeartbeat: ago(5),
        lastAppliedGen: 7,
        state,
        ...more,
      });
    const cabled = connection('spine-1--fabric--leaf-1', {
      fabric: {
        links: [
          {
            spine: { port: 'spine-1/E1/1', ip: '172.30.128.0/31' },
            leaf: { port: 'leaf-1/E1/49', ip: '172.30.128.1/31' },
          },
        ],
      },
    });
    beforeAll(() => {
      wiring = Wiring.of([cabled]);
    });
    afterAll(() => {
      wiring = Wiring.of([]);
    });

    it('nothing: ready, with what it counts', () => {
      expect(
        reported(
          {
            interfaces: {
              'E1/49': port('up'),
              // No connection uses these.
              'E1/7': port('down'),
              M1: port('down'),
            },
            bgpNeighbors: {
              default: { '172.30.128.0': session('established') },
            },
            nos: { softwareVersion: '4.5.0' },
          },
          { version: 'v0.110', lastAppliedTime: ago(600) },
        ),
      ).toEqual({
        name: 'leaf-1',
        role: 'server-leaf',
        state: 'ready',
        generation: 7,
        appliedGeneration: 7,
        appliedAt: ago(600),
        heartbeatAt: ago(5),
        interfaces: { up: 1, down: 0, unknown: 0 },
        bgp: { established: 1, down: 0 },
        software: '4.5.0',
        agentVersion: 'v0.110',
      });
    });

    it('a port that a connection uses is down', () => {
      expect(
        reported({
          interfaces: {
            'E1/49': port('down', { change: '2026-03-01T05:12:07Z' }),
          },
        }),
      ).toMatchObject({
        state: 'unhealthy',
        problems: ['E1/49 to spine-1 is down since 2026-03-01 05:12 UTC.'],
        interfaces: { up: 0, down: 1, unknown: 0 },
      });
    });

    it('T4: the time of a change that cannot be true is not told', () => {
      expect(
        reported({
          interfaces: {
            'E1/49': port('down', { change: '9999-03-01T05:12:07Z' }),
          },
        }).problems,
      ).toEqual(['E1/49 to spine-1 is down.']);
    });

    it('a port that somebody disabled, or that is named in another way, is no fault', () => {
      expect(
        reported({ interfaces: { 'E1/49': { admin: 'down', oper: 'down' } } }),
      ).toMatchObject({ state: 'ready', interfaces: { down: 1 } });
      expect(
        reported({ interfaces: { Ethernet48: port('down') } }),
      ).toMatchObject({ state: 'ready', interfaces: { unknown: 1 } });
      expect(reported({ interfaces: { 'E1/49/1': port('up') } })).toMatchObject(
        { interfaces: { up: 1 } },
      );
    });

    it('a port that the switch has shut after errors', () => {
      expect(
        reported({
          interfaces: { 'E1/49': port('up', { errDisabled: true }) },
        }),
      ).toMatchObject({
        state: 'unhealthy',
        problems: ['E1/49 to spine-1 was shut by the switch after errors.'],
      });
    });

    it('a BGP session that should be up and is not', () => {
      expect(
        reported({
          bgpNeighbors: {
            default: {
              '172.30.128.0': session('idle'),
              '172.30.128.9': { enabled: false, state: 'idle' },
            },
            'VrfE-x': { '10.0.0.1': session('active') },
          },
        }),
      ).toMatchObject({
        state: 'unhealthy',
        problems: [
          'BGP session with 10.0.0.1 in VRF VrfE-x is active.',
          'BGP session with spine-1 (172.30.128.0) is idle.',
        ],
        bgp: { established: 0, down: 2 },
      });
    });

    it.each([true, 'true'])('a reboot: %j', rebootRequired => {
      expect(reported({}, { rebootRequired })).toMatchObject({
        state: 'unhealthy',
        rebootNeeded: expect.stringMatching(/reboot/),
      });
    });

    it('an alarm of the platform is told, and alone makes no switch unhealthy', () => {
      expect(
        reported({
          platform: {
            fans: { 'fan-1': { presence: true, status: false } },
            psus: { 'psu-2': { presence: false, status: false } },
            temps: { cpu: { alarms: 'True' } },
          },
        }),
      ).toMatchObject({
        state: 'ready',
        problems: [
          'Fan fan-1 has failed.',
          'Temperature sensor cpu has an alarm.',
        ],
      });
    });

    it('is shown at most twenty times', () => {
      const sessions = Object.fromEntries(
        Array.from({ length: 30 }, (_, i) => [`10.0.0.${i}`, session('idle')]),
      );
      const { problems } = reported({ bgpNeighbors: { default: sessions } });
      expect(problems).toHaveLength(20);
      expect(problems![19]).toBe('And 11 more.');
    });

    it('silent weighs more than unhealthy, unhealthy more than lagging', () => {
      const down = { state: { interfaces: { 'E1/49': port('down') } } };
      expect(
        healthOf({ lastHeartbeat: ago(61), lastAppliedGen: 7, ...down }),
      ).toEqual(expect.objectContaining({ state: 'silent', generation: 7 }));
      expect(
        healthOf({ lastHeartbeat: ago(61), lastAppliedGen: 7, ...down }),
      ).not.toHaveProperty('problems');
      expect(
        healthOf({ lastHeartbeat: ago(5), lastAppliedGen: 6, ...down }).state,
      ).toBe('unhealthy');
    });

    it('a hostile status is bounded and read as nothing', () => {
      const many = Object.fromEntries(
        Array.from({ length: 5_000 }, (_, i) => [`E1/${i}`, port('up')]),
      );
      const facts = agentFactsOf(
        agent({
          lastHeartbeat: 'x'.repeat(10_000),
          lastAppliedGen: 1e300,
          version: 'v\u0000',
          state: {
            interfaces: { ...many, ['y'.repeat(1_000)]: port('up') },
            bgpNeighbors: [1, 2],
            platform: 'none',
          },
        }),
        undefined,
        now,
      );
      expect(facts.detail.ports).toHaveLength(1024);
      expect(facts).toMatchObject({ detail: { neighbors: [], alarms: [] } });
      expect(facts).not.toHaveProperty('appliedGeneration');
      expect(JSON.stringify(facts.detail)).not.toContain('v\\u0000');
    });

    it('what did not change is the same object, heartbeat by heartbeat', () => {
      const status = (oper: string, seconds: number) =>
        agent({
          lastHeartbeat: ago(seconds),
          state: { interfaces: { 'E1/49': port(oper) } },
        });
      const first = agentFactsOf(status('up', 30), undefined, now - 30_000);
      const second = agentFactsOf(status('up', 10), first, now - 10_000);
      expect(second.detail).toBe(first.detail);
      const third = agentFactsOf(status('down', 0), second, now);
      // Without a time of the switch's own, the change is when we saw it.
      expect(third.detail.ports[0]).toMatchObject({
        state: 'down',
        since: now,
      });
    });
  });
});
