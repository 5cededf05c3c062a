/* eslint-disable jest/no-export -- a set of cases that the test file calls */
import { randomUUID } from 'node:crypto';
import { anotherCluster, redirectTo } from './effects';
import { eventually } from './engineRooms';
import { FaultProxy } from './FaultProxy';
import { vlans } from './objects';
import type { Stage } from './Stage';

/** Who is asked, and whether it is who it says. */
export function addressCases(stage: () => Stage): void {
  it.each([
    ['a loopback address', (port: number) => `https://127.0.0.1:${port}`],
    ['it in IPv6', (port: number) => `https://[::ffff:127.0.0.1]:${port}`],
    ['it as one number', (port: number) => `https://2130706433:${port}`],
    ['it in octal', (port: number) => `https://0177.0.0.1:${port}`],
    ['localhost', (port: number) => `https://localhost:${port}`],
    ['an inner service', () => 'https://kubernetes.default.svc'],
    ['the metadata service', () => 'https://169.254.169.254'],
  ])(
    'K22: %s is not dialled unless it is allowed',
    async (_what, addressOf) => {
      const scene = await stage().newScene();
      const refused = await (async () => {
        const live = scene.service({
          server: addressOf(scene.proxy.port),
          allow: [],
        });
        await live.client(scene.fabric.cluster).version();
        return undefined;
      })().catch((error: Error) => error);
      expect(refused?.message).toMatch(/cnoc\.network\.allow/);
      expect(scene.proxy.connections).toBe(0);
    },
  );

  it('K23: a redirect is not followed, and the token goes nowhere else', async () => {
    const scene = await stage().newScene();
    const { snapshot } = await scene.begin();
    const elsewhere = await FaultProxy.start(stage().plane);
    scene.onEnd(() => elsewhere.stop());
    scene.proxy.add({ answer: redirectTo(elsewhere.url) });
    scene.proxy.cutWatches();
    await eventually(async () =>
      expect(await snapshot()).toMatchObject({
        connection: {
          state: 'disconnected',
          message: expect.stringMatching(/redirect/),
        },
      }),
    );
    expect(elsewhere.connections).toBe(0);
    expect(JSON.stringify(await snapshot())).not.toContain(elsewhere.url);
  });

  it.each([
    ['of another authority', {}, /not signed by the configured authority/],
    [
      'that has expired',
      { endsAt: new Date('2020-01-01') },
      /certificate (has expired|is not signed)/,
    ],
    [
      'for another name',
      { host: 'other.invalid' },
      /certificate is (for another name|not signed)/,
    ],
  ])(
    'K24: a certificate %s is refused with the reason, and the token not sent',
    async (_what, certificate, reason) => {
      const scene = await stage().newScene();
      const { snapshot } = await scene.begin();
      scene.proxy.changeCertificate(certificate);
      const before = scene.proxy.requests.length;
      await eventually(async () =>
        expect(await snapshot()).toMatchObject({
          connection: {
            state: 'disconnected',
            message: expect.stringMatching(reason),
          },
          objects: [{ name: 'one' }, { name: 'two' }],
        }),
      );
      expect(scene.proxy.requests).toHaveLength(before);
    },
  );

  it.each([
    [
      'expired',
      { endsAt: new Date('2020-01-01') },
      /its certificate has expired/,
    ],
    ['for another name', { host: 'other.invalid' }, /for another name/],
  ])(
    'K24: a certificate of the right authority that is %s is refused, too',
    async (_what, certificate, reason) => {
      const scene = await stage().newScene();
      scene.proxy.changeCertificate(certificate);
      const client = scene.service().client(scene.fabric.cluster);
      await expect(client.version()).rejects.toMatchObject({
        reason: 'refused',
        message: expect.stringMatching(reason),
      });
      expect(scene.proxy.requests).toEqual([]);
    },
  );

  it('K25: another cluster behind the same address stops everything, and nothing of it is believed', async () => {
    const scene = await stage().newScene();
    const { snapshot, end } = await scene.begin();
    await eventually(() =>
      expect(
        scene.proxy.asked({ path: '/namespaces/kube-system' }).length,
      ).toBeGreaterThan(0),
    );
    const mend = scene.proxy.add(anotherCluster(randomUUID()));
    await eventually(async () =>
      expect((await snapshot()).connection).toMatchObject({
        state: 'disconnected',
        message: expect.stringMatching(/another cluster/i),
      }),
    );
    // A watch that was open may lead to the other one by now: it is given up, too.
    await eventually(() => expect(scene.proxy.openWatches).toBe(0));
    // The other one lacks what the fabric has, and has other things under the same names.
    await scene.put(vlans('one', 2500));
    await scene.remove('VLANNamespace', 'two');
    const probes = scene.proxy.requests.length;
    await eventually(() =>
      expect(scene.proxy.requests.length).toBeGreaterThan(probes + 2),
    );
    expect((await snapshot()).objects).toHaveLength(2);
    expect(await end()).toBe(2999);

    mend();
    await eventually(async () =>
      expect(await snapshot()).toMatchObject({
        connection: { state: 'connected' },
        objects: [{ name: 'one' }],
      }),
    );
  });
}
