/* eslint-disable jest/no-export -- a set of cases that the test file calls */
import { createUser } from '../createUser';
import {
  body,
  dripping,
  endless,
  expiredToken,
  gzipBomb,
  late,
  silence,
  status,
  truncated,
} from './effects';
import { eventually } from './engineRooms';
import type { Fault } from './Fault';
import { server, vlans } from './objects';
import type { Stage } from './Stage';

const LIST = { verb: 'list', path: '/vlannamespaces' } as const;
const WATCH = { verb: 'watch', path: '/vlannamespaces' } as const;
const HTML = '<html><h1>Bad gateway</h1> at 10.9.8.7:6443</html>';

/** Answers that refuse, break or never end. */
export function answerCases(stage: () => Stage): void {
  it('K1: an expired token is asked with again by one small request at a time, and said', async () => {
    const scene = await stage().newScene();
    const { snapshot } = await scene.begin();
    const mend = scene.proxy.add({ answer: expiredToken });
    scene.proxy.cutWatches();
    await eventually(async () =>
      expect(await snapshot()).toMatchObject({
        connection: {
          state: 'disconnected',
          message: expect.stringMatching(/expired/),
        },
      }),
    );
    // What was on its way has ended: no kind asks any more.
    const probes = Array.from({ length: 5 }, () => '/version');
    await eventually(() =>
      expect(scene.proxy.requests.slice(-5).map(({ path }) => path)).toEqual(
        probes,
      ),
    );
    // What was seen stays, and is said to be old.
    const now = await snapshot();
    expect(now.objects).toHaveLength(2);
    expect(now.connection.staleSince).toBeInstanceOf(Date);

    mend();
    await eventually(async () =>
      expect(await snapshot()).toMatchObject({
        connection: { state: 'connected' },
      }),
    );
  });

  it('K2: 403 on one kind by the server’s own rules leaves that kind unknown, and nothing missing', async () => {
    const scene = await stage().newScene();
    await scene.put(vlans('one'), server('server-1'));
    const groups = ['wiring', 'vpc', 'gateway', 'agent'];
    const rule = (resource: string) => ({
      apiGroups: groups.map(group => `${group}.githedgehog.com`),
      resources: [resource],
      verbs: ['get', 'list', 'watch'],
    });
    const kinds = [
      'servers switches switchgroups connections switchprofiles',
      'vpcs vpcattachments vpcpeerings externals externalattachments',
      'externalpeerings ipv4namespaces gateways gatewaygroups',
      'gatewaypeerings agents serverprofiles',
    ].flatMap(line => line.split(' '));
    const token = await createUser(stage().api, {
      name: 'reader',
      namespace: scene.namespace,
      rules: kinds.map(rule),
    });
    const live = scene.service({ token });
    scene.watch(live);
    await eventually(async () => {
      const snapshot = await live.snapshot(scene.fabric);
      expect(snapshot.unknownKinds).toMatchObject([
        {
          kind: 'VLANNamespace',
          message: expect.stringMatching(/cannot list/),
        },
      ]);
      expect(snapshot.complete).toBe(false);
      expect(snapshot.connection.state).toBe('degraded');
      expect(snapshot.objects.map(({ kind }) => kind)).toEqual(['Server']);
    });
  });

  it('K2: a right that is taken away makes its kind unknown; what was seen of it stays', async () => {
    const scene = await stage().newScene();
    const { snapshot } = await scene.begin();
    const refuse = status(403, 'vlannamespaces is forbidden');
    scene.proxy.add({ path: '/vlannamespaces', answer: refuse });
    scene.proxy.cutWatches('/vlannamespaces');
    await eventually(async () =>
      expect(await snapshot()).toMatchObject({
        unknownKinds: [{ kind: 'VLANNamespace' }],
        connection: { state: 'degraded' },
        objects: [{ name: 'one' }, { name: 'two' }],
      }),
    );
    scene.proxy.clear();
    await eventually(async () =>
      expect(await snapshot()).toMatchObject({
        unknownKinds: [],
        connection: { state: 'connected' },
      }),
    );
  });

  it('K9: 429 is waited out as long as Retry-After says', async () => {
    const scene = await stage().newScene();
    const busy = status(429, 'too many requests', { 'retry-after': '1' });
    scene.proxy.add({ ...LIST, times: 2, answer: busy });
    const { snapshot } = await scene.begin();
    const [first, second, third] = scene.proxy.asked(LIST).map(({ at }) => at);
    expect(second - first).toBeGreaterThanOrEqual(999);
    expect(third - second).toBeGreaterThanOrEqual(999);
    expect(scene.proxy.asked(LIST)).toHaveLength(3);
    expect(await snapshot()).toMatchObject({
      connection: { state: 'connected' },
    });
  });

  it('K9: requests to a cluster are held to a number at a time, whoever makes them', async () => {
    const scene = await stage().newScene();
    await scene.put(vlans('one'));
    const live = scene.service({ limits: { requestTimeoutMs: 30_000 } });
    const client = live.client(scene.fabric.cluster);
    scene.proxy.add({ verb: 'get', answer: late(50) });
    await Promise.all(
      Array.from({ length: 100 }, () => client.get('VLANNamespace', 'one')),
    );
    expect(scene.proxy.asked({ verb: 'get' }).length).toBeGreaterThanOrEqual(
      100,
    );
    expect(scene.proxy.mostAtOnce).toBeLessThanOrEqual(32);
  });

  it.each([502, 503, 504])(
    'K11: %d with HTML is tried again, and its text shown nowhere',
    async code => {
      const scene = await stage().newScene();
      const { snapshot, end } = await scene.begin();
      const html = body(code, HTML, { 'content-type': 'text/html' });
      scene.proxy.add({ answer: html });
      scene.proxy.cutWatches();
      await eventually(async () =>
        expect(await snapshot()).toMatchObject({
          connection: { state: 'disconnected' },
        }),
      );
      const said = JSON.stringify(await snapshot());
      expect(said).not.toMatch(/html|Bad gateway|10\.9\.8\.7/);
      await scene.put(vlans('one', 2500));
      scene.proxy.clear();
      await eventually(async () => expect(await end()).toBe(2500));
    },
  );

  const broken: [string, NonNullable<Fault['answer']>][] = [
    ['an answer that breaks off', truncated],
    ['an answer that is no JSON', body(200, 'no JSON, and canary-text')],
    ['a gzip bomb', gzipBomb()],
    ['a list without an end', endless],
    ['a number in place of the items', body(200, '{"items":7,"metadata":{}}')],
  ];
  it.each(broken)(
    'K12: %s is a typed failure of one kind, and over when the server is well',
    async (_what, answer) => {
      const scene = await stage().newScene();
      await scene.put(vlans('one'));
      scene.proxy.add({ ...LIST, answer });
      const live = scene.service({
        limits: { maxListBytes: 1024 * 1024, requestTimeoutMs: 5_000 },
      });
      scene.watch(live);
      await eventually(async () => {
        const { unknownKinds, connection } = await live.snapshot(scene.fabric);
        expect(unknownKinds.map(({ kind }) => kind)).toEqual(['VLANNamespace']);
        expect(connection.state).toBe('degraded');
        expect(JSON.stringify(unknownKinds)).not.toMatch(/canary|JSON\b/);
      });
      scene.proxy.clear();
      await eventually(async () =>
        expect(await live.snapshot(scene.fabric)).toMatchObject({
          complete: true,
          objects: [{ name: 'one' }],
        }),
      );
    },
  );

  it('K12: a line of a watch that never ends is cut at the limit, and the change still seen', async () => {
    const scene = await stage().newScene();
    const { end } = await scene.begin({
      limits: { maxObjectBytes: 64 * 1024 },
    });
    scene.proxy.add({ ...WATCH, times: 1, answer: endless });
    scene.proxy.cutWatches('/vlannamespaces');
    await scene.put(vlans('one', 2500));
    await eventually(async () => expect(await end()).toBe(2500));
  });

  it.each([
    ['a byte now and then', dripping(50)],
    ['no answer at all', silence],
  ])(
    'K13: %s ends at the deadline, while another cluster is read as ever',
    async (_what, answer) => {
      const [slow, well] = [await stage().newScene(), await stage().newScene()];
      const other = await well.begin();
      await slow.put(vlans('one'));
      slow.proxy.add({ ...LIST, answer });
      const live = slow.service({ limits: { requestTimeoutMs: 300 } });
      slow.watch(live);
      const seen = () => live.snapshot(slow.fabric);
      await eventually(async () =>
        expect(await seen()).toMatchObject({
          unknownKinds: [
            {
              kind: 'VLANNamespace',
              message: 'The cluster was too slow to answer.',
            },
          ],
        }),
      );
      await well.put(vlans('one', 2500));
      await eventually(async () => expect(await other.end()).toBe(2500));
      expect((await other.snapshot()).connection.state).toBe('connected');
      slow.proxy.clear();
      await eventually(async () =>
        expect(await seen()).toMatchObject({ complete: true }),
      );
    },
  );
}
