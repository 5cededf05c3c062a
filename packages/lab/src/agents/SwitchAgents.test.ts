import type { KubernetesObject } from '@cnoc/hedgehog';
import { Lab } from '../Lab';
import type { LabCluster } from '../LabCluster';
import { waitUntil } from '../testing/waitUntil';
import { AGENT_SECRET_CANARY } from './SwitchAgents';

// real processes and sockets, on machines that are busy with other tests
jest.setTimeout(30_000);

interface AgentStatus {
  lastAppliedGen: number;
  lastAttemptGen: number;
  lastHeartbeat: string;
  conditions: { type: string; status: string; reason: string }[];
}

interface ReportedState {
  interfaces: Record<string, { oper: string }>;
  bgpNeighbors: Record<string, Record<string, { state: string }>>;
}

describe('switch agents', () => {
  let lab: Lab;
  let cluster: LabCluster;

  beforeAll(async () => {
    lab = await Lab.start({ agents: { applyDelayMs: 40, heartbeatMs: 30 } });
    cluster = lab.clusters.get('lab-clos') as LabCluster;
  });
  afterAll(() => lab.stop());

  const agent = (name: string) =>
    cluster.get('Agent', name) as KubernetesObject & { status: AgentStatus };
  const generations = () =>
    Object.fromEntries(
      cluster
        .list('Agent')
        .map(({ metadata }) => [metadata.name, metadata.generation]),
    );
  const isApplied = (name: string) =>
    agent(name).status.lastAppliedGen === agent(name).metadata.generation;

  it('are there for every switch, with everything applied', () => {
    expect(Object.keys(generations())).toEqual(
      cluster.list('Switch').map(({ metadata }) => metadata.name),
    );
    for (const name of Object.keys(generations())) {
      expect(isApplied(name)).toBe(true);
      expect(agent(name).status.conditions).toMatchObject([
        { type: 'Applied', status: 'True', reason: 'ApplySucceeded' },
      ]);
    }
  });

  it('beat', async () => {
    const before = agent('leaf-01').status.lastHeartbeat;
    await waitUntil(
      'the next heartbeat',
      () => agent('leaf-01').status.lastHeartbeat > before,
    );
    expect(agent('leaf-01').status).toMatchObject({
      state: { nos: { softwareVersion: expect.any(String) } },
    });
  });

  it('lag, then apply, when a VPC that their switch carries changes; others do not stir', async () => {
    const before = generations();
    cluster.patch(
      'VPC',
      'web',
      { spec: { subnets: { default: { vlan: 1201 } } } },
      { manager: 'test' },
    );
    await waitUntil(
      'the generation moves',
      () => generations()['leaf-01'] !== before['leaf-01'],
    );
    expect(agent('leaf-01').status).toMatchObject({
      lastAttemptGen: agent('leaf-01').metadata.generation,
      conditions: [{ status: 'False', reason: 'ApplyPending' }],
    });
    expect(isApplied('leaf-01')).toBe(false);
    await waitUntil('it is applied', () => isApplied('leaf-01'));
    const after = generations();
    expect(after['leaf-03']).toBe(before['leaf-03']);
    expect(after['spine-01']).toBe(before['spine-01']);
  });

  it('can be silenced: no heartbeat, nothing applied, until revived', async () => {
    const agents = lab.agents.get('lab-clos');
    agents?.silence('leaf-02');
    const silent = agent('leaf-02').status.lastHeartbeat;
    cluster.patch(
      'Switch',
      'leaf-02',
      { spec: { description: 'still here?' } },
      { manager: 'test' },
    );
    await waitUntil('the generation moves', () => !isApplied('leaf-02'));
    const other = agent('leaf-01').status.lastHeartbeat;
    await waitUntil(
      'others beat on',
      () => agent('leaf-01').status.lastHeartbeat > other,
    );
    expect(agent('leaf-02').status.lastHeartbeat).toBe(silent);
    agents?.revive('leaf-02');
    await waitUntil('it catches up', () => isApplied('leaf-02'));
  });

  describe('and what they report', () => {
    const stateOf = (name: string) =>
      (agent(name).status as unknown as { state: ReportedState }).state;
    const agents = () => lab.agents.get('lab-clos')!;

    it('is healthy: the ports that connections use, and the BGP sessions over them', () => {
      for (const { metadata } of cluster.list('Agent')) {
        const { interfaces, bgpNeighbors } = stateOf(metadata.name);
        expect(Object.values(interfaces).map(({ oper }) => oper)).not.toContain(
          'down',
        );
        for (const sessions of Object.values(bgpNeighbors)) {
          expect(
            new Set(Object.values(sessions).map(({ state }) => state)),
          ).toEqual(new Set(['established']));
        }
      }
      expect(Object.keys(stateOf('leaf-01').interfaces)).toEqual(
        expect.arrayContaining(['E1/1', 'E1/49', 'E1/50']),
      );
      expect(
        Object.keys(stateOf('spine-01').bgpNeighbors.default),
      ).toHaveLength(5);
      expect(Object.keys(stateOf('leaf-05').bgpNeighbors)).toContain(
        'VrfEinternet',
      );
    });

    it('a link that is taken down is down at both ends, and its sessions with it', () => {
      agents().setLink('leaf-01', 'E1/49', false);
      expect(stateOf('leaf-01').interfaces['E1/49']).toMatchObject({
        admin: 'up',
        oper: 'down',
      });
      expect(stateOf('spine-01').interfaces['E1/1'].oper).toBe('down');
      const idle = Object.values(stateOf('spine-01').bgpNeighbors.default);
      expect(idle.filter(({ state }) => state === 'idle')).toHaveLength(1);
      agents().setLink('leaf-01', 'E1/49', true);
      expect(stateOf('spine-01').interfaces['E1/1'].oper).toBe('up');
      expect(() => agents().setLink('leaf-01', 'E1/30', false)).toThrow(
        /No connection uses the port leaf-01\/E1\/30/,
      );
    });

    it('a session, a reboot, also over HTTP', async () => {
      const [address] = Object.keys(stateOf('leaf-02').bgpNeighbors.default);
      const post = (body: object) =>
        fetch(`${lab.url}/lab/clusters/lab-clos/agents`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ switch: 'leaf-02', ...body }),
        });
      await post({ neighbor: address, session: 'active' });
      expect(stateOf('leaf-02').bgpNeighbors.default[address].state).toBe(
        'active',
      );
      await post({ reboot: true });
      expect(agent('leaf-02').status).toMatchObject({ rebootRequired: true });
      await post({ neighbor: address, session: 'established' });
      await post({ reboot: false });
      await post({ port: 'E1/1', up: false });
      expect(stateOf('leaf-02').interfaces['E1/1'].oper).toBe('down');
      await post({ port: 'E1/1', up: true });
      expect((await post({ port: 'E1/40', up: false })).status).toBe(400);
    });
  });

  it('S2: hold a canary in their spec, and only there', () => {
    const { spec, ...rest } = agent('leaf-01');
    expect(JSON.stringify(spec)).toContain(AGENT_SECRET_CANARY);
    expect(JSON.stringify(rest)).not.toContain(AGENT_SECRET_CANARY);
  });

  it('stay when their switch goes, as upstream', async () => {
    for (const kind of [
      'VPCAttachment',
      'ExternalPeering',
      'ExternalAttachment',
    ]) {
      for (const { metadata, spec } of cluster.list(kind)) {
        if (
          kind !== 'VPCAttachment' ||
          /leaf-05/.test(String(spec?.connection))
        ) {
          cluster.remove(kind, metadata.name);
        }
      }
    }
    for (const { metadata } of cluster.list('Connection')) {
      if (/leaf-05/.test(metadata.name)) {
        cluster.remove('Connection', metadata.name);
      }
    }
    cluster.remove('Switch', 'leaf-05');
    await waitUntil('the others took notice', () =>
      ['spine-01', 'spine-02'].every(isApplied),
    );
    expect(agent('leaf-05')).toBeDefined();
  });
});
