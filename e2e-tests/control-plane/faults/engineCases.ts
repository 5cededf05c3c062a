/* eslint-disable jest/no-export -- a set of cases that the test file calls */
import type { KubernetesObject } from '@cnoc/hedgehog';
import { crdFolders, currentCrds } from '../crdFolders';
import { installDefinitions } from '../installDefinitions';
import { inParallel } from '../proof/inParallel';
import { eventually, type TestApi } from './engineRooms';
import { pathOf, server, vlans } from './objects';
import type { Scene } from './Scene';
import type { Stage } from './Stage';
import { Webhook } from './Webhook';

const DEFINITIONS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
/** Most that come while the cluster is away go again: 5,000 changes. */
const AWAY_CREATED = 3_000;
const AWAY_STAYING = 1_000;

const vpcOf = (): KubernetesObject => ({
  apiVersion: 'vpc.githedgehog.com/v1beta1',
  kind: 'VPC',
  metadata: { name: 'vpc-1' },
  spec: {
    subnets: {
      front: { subnet: '10.0.1.0/24', vlan: 1001 },
      back: { subnet: '10.0.2.0/24', vlan: 1002 },
    },
    permit: [['front', 'back']],
  },
});

/** Git, the real cluster and what the engine makes of both. */
export function engineCases(stage: () => Stage): void {
  const begin = async (files: Record<string, KubernetesObject>) => {
    const scene = await stage().newScene();
    await scene.commit(files);
    await inParallel(Object.values(files), object =>
      stage().write(scene.namespace, object, 'cnoc'),
    );
    const { client } = await scene.engine();
    const fabric = () => client.getFabric(scene.fabric.name);
    return { scene, client, fabric };
  };
  const inSync = (fabric: () => ReturnType<TestApi['client']['getFabric']>) =>
    eventually(async () =>
      expect((await fabric()).status).toMatchObject({
        connection: { state: 'connected' },
        drift: { state: 'inSync' },
      }),
    );
  const resource = (
    client: TestApi['client'],
    scene: Scene,
    kind: string,
    name: string,
  ) => client.getResource(scene.fabric.name, kind, name);

  it('C13, C16: what server and controllers add, and another order of sets, is no drift; another order of lists is', async () => {
    const [first, second] = [
      { from: 1000, to: 1499 },
      { from: 2000, to: 2999 },
    ];
    const { scene, client, fabric } = await begin({
      vlans: { ...vlans('default'), spec: { ranges: [first, second] } },
      vpc: vpcOf(),
    });
    await inSync(fabric);
    const patch = (kind: string, name: string, body: object) =>
      stage().send(
        'PATCH',
        pathOf(kind, scene.namespace, name),
        body,
        'application/merge-patch+json',
      );
    await patch('VLANNamespace', 'default', {
      spec: { ranges: [second, first] },
    });
    await patch('VPC', 'vpc-1', {
      metadata: {
        labels: { 'fabric.githedgehog.com/ipv4ns': 'default' },
        annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '' },
      },
    });
    await client.checkFabric(scene.fabric.name);
    expect((await fabric()).status.drift.state).toBe('inSync');

    await patch('VPC', 'vpc-1', { spec: { permit: [['back', 'front']] } });
    await eventually(async () =>
      expect(await resource(client, scene, 'VPC', 'vpc-1')).toMatchObject({
        state: 'drifted',
        differences: [{ path: expect.stringMatching(/^spec\.permit/) }],
      }),
    );
  });

  it('C18: what a finalizer keeps from being deleted is never in sync', async () => {
    const { scene, client, fabric } = await begin({ vlans: vlans('one') });
    await inSync(fabric);
    const path = pathOf('VLANNamespace', scene.namespace, 'one');
    const finalizers = (list: string[]) =>
      stage().send(
        'PATCH',
        path,
        { metadata: { finalizers: list } },
        'application/merge-patch+json',
      );
    await finalizers(['cnoc.test/stuck']);
    await stage().send('DELETE', path);
    await eventually(async () => {
      const one = await resource(client, scene, 'VLANNamespace', 'one');
      expect(one.state).toBe('drifted');
      expect(JSON.stringify(one)).toMatch(/being deleted/);
    });
    await finalizers([]);
    await eventually(async () => {
      const one = await resource(client, scene, 'VLANNamespace', 'one');
      expect(one).toMatchObject({ state: 'committed' });
    });
  });

  it('K17: what a webhook makes of a write is told once, and does not hide as a success', async () => {
    const { scene, client, fabric } = await begin({ vlans: vlans('one') });
    await inSync(fabric);
    const webhook = await Webhook.start(stage(), {
      namespace: scene.namespace,
      judge: () => ({
        allow: true,
        mutate: [
          {
            op: 'replace',
            path: '/spec/ranges',
            value: [{ from: 1000, to: 1500 }],
          },
        ],
      }),
    });
    scene.onEnd(() => webhook.stop());
    await eventually(async () => {
      const [object] = await scene.put(vlans('probe'));
      expect(JSON.stringify(object.spec)).toMatch(/1500/);
    });
    await scene.remove('VLANNamespace', 'probe');
    await scene.commit({ vlans: vlans('one', 2500) });
    await client.syncFabric(scene.fabric.name);
    const plan = await eventually(async () => {
      const made = await client.createPlan(scene.fabric.name, {
        prune: false,
        force: true,
      });
      expect(made.status).toBe('ready');
      return made;
    });
    const queued = await client.createDeployment(scene.fabric.name, plan.id);
    await eventually(async () => {
      const done = await client.getDeployment(scene.fabric.name, queued.id);
      expect(done).toMatchObject({
        status: 'failed',
        steps: [
          {
            message:
              'The cluster took the write, but still differs at spec.ranges',
          },
        ],
      });
    });
  });

  it('K26: 5,000 changes while the cluster was away are caught up with, and told as one wave', async () => {
    const names = Array.from(
      { length: AWAY_CREATED },
      (_, index) => `away-${index}`,
    );
    const { scene, fabric, client } = await begin({
      server: server('server-0'),
      vlans: vlans('one'),
    });
    await inSync(fabric);
    await scene.proxy.goAway();
    await eventually(async () =>
      expect((await fabric()).status).toMatchObject({
        connection: { state: 'disconnected' },
        drift: { state: 'unknown' },
      }),
    );
    const collection = pathOf('Server', scene.namespace);
    await inParallel(names, (name, index) => {
      const object = server(name);
      const labels = { 'cnoc.test/stays': String(index < AWAY_STAYING) };
      Object.assign(object.metadata, { labels });
      return stage().send('POST', collection, object);
    });
    await stage().send(
      'DELETE',
      `${collection}?labelSelector=cnoc.test/stays=false`,
    );
    const began = performance.now();
    await scene.proxy.comeBack();
    await eventually(async () => {
      const { resources, status } = await fabric();
      expect(status.connection.state).toBe('connected');
      expect(resources.orphaned).toBe(AWAY_STAYING);
    }, 60_000);
    const took = Math.round(performance.now() - began);
    process.stderr.write(
      `${
        AWAY_CREATED * 2 - AWAY_STAYING
      } changes while away were known ${took} ms after the cluster was back\n`,
    );
    const { items } = await client.listActivity(scene.fabric.name, {
      limit: 200,
    });
    const opened = items.filter(({ type }) => type === 'finding.opened');
    // The worst by name, and the whole rest in one line.
    expect(opened.length).toBeLessThanOrEqual(21);
    expect(
      opened.filter(({ message }) => /more findings opened/.test(message)),
    ).toHaveLength(1);
    // Resumed where the watch broke off; where the server has forgotten that, one list more would do.
    const path = '/servers';
    const lists = scene.proxy
      .asked({ verb: 'list', path })
      .filter(one => !one.path.includes('continue='));
    expect(lists.length).toBeLessThanOrEqual(2);
  });

  it('H23: with git and the cluster there or not, what can be told is told, and nothing else stops', async () => {
    const { scene, client, fabric } = await begin({ vlans: vlans('one') });
    await inSync(fabric);
    const states = async (): Promise<Record<string, string>> => {
      const { checks, state } = await client.getHealth();
      return {
        state,
        ...Object.fromEntries(checks.map(one => [one.check, one.state])),
      };
    };
    await eventually(async () =>
      expect(await states()).toEqual({
        state: 'ok',
        database: 'ok',
        git: 'ok',
        clusters: 'ok',
        reconciler: 'ok',
      }),
    );
    await scene.proxy.goAway();
    await eventually(async () =>
      expect(await states()).toMatchObject({
        state: 'degraded',
        database: 'ok',
        git: 'ok',
        reconciler: 'ok',
      }),
    );
    expect((await states()).clusters).not.toBe('ok');
    const down = await fabric();
    expect(down.status.connection.staleSince).toBeDefined();
    expect((await client.listFabrics()).items).toHaveLength(1);
    const { items } = await client.listResources(scene.fabric.name);
    expect(items).toMatchObject([{ name: 'one', state: 'unknown' }]);
    expect(JSON.stringify(await client.getHealth())).not.toMatch(
      /127\.0\.0\.1/,
    );
    await scene.proxy.comeBack();
    await eventually(async () =>
      expect(await states()).toMatchObject({ state: 'ok' }),
    );
  });

  describe('with the definitions of another release', () => {
    const restore = () => installDefinitions(stage().api, currentCrds);
    afterEach(restore);

    it('K27, C12: fields that an old server does not have are named before anything is written', async () => {
      await installDefinitions(stage().api, crdFolders['v0.81.1']);
      const { scene, client, fabric } = await begin({ vlans: vlans('one') });
      await inSync(fabric);
      const notes = await eventually(async () => {
        await client.syncFabric(scene.fabric.name);
        const { sync } = (await fabric()).status;
        const found = (sync.diagnostics ?? []).filter(
          ({ rule }) => rule === 'schema.differs',
        );
        expect(found.length).toBeGreaterThan(0);
        return found;
      });
      expect(notes.map(({ message }) => message).join('\n')).toMatch(
        /has no field/,
      );
      expect((await fabric()).status.drift.state).toBe('inSync');
    });

    it('C12: a kind that the server serves no more is unknown, and its resources are not missing', async () => {
      const { scene, client, fabric } = await begin({
        vlans: vlans('one'),
        server: server('server-1'),
      });
      await inSync(fabric);
      const definition = `${DEFINITIONS}/vlannamespaces.wiring.githedgehog.com`;
      await stage().send('DELETE', definition);
      await eventually(
        async () => expect((await stage().api.get(definition)).code).toBe(404),
        60_000,
      );
      // The server may leave the watch of what is gone open for long.
      await eventually(async () => {
        const { status } = await fabric();
        expect(status.connection).toMatchObject({
          state: 'degraded',
          message: expect.stringMatching(
            /does not serve VLANNamespace \(wiring\.githedgehog\.com\)/,
          ),
        });
        expect(status.drift.state).toBe('unknown');
      }, 30_000);
      const { items } = await client.listResources(scene.fabric.name);
      expect(items.map(({ kind, state }) => [kind, state])).toEqual(
        expect.arrayContaining([
          ['VLANNamespace', 'unknown'],
          ['Server', 'synced'],
        ]),
      );
      const plan = await client.createPlan(scene.fabric.name, {
        prune: true,
        force: false,
      });
      expect(plan.lines).toEqual([]);
    });
  });
}
