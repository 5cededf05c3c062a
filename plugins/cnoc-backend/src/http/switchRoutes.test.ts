import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Link } from '@cnoc/backstage-plugin-cnoc-common';
import { Lab } from '@cnoc/lab';
import { eventually } from '../__testUtils__/eventually';
import { startTestApi, type TestApi } from '../__testUtils__/TestApi';
import { startTestEngine, type TestEngine } from '../__testUtils__/TestEngine';
import {
  migrateUp,
  testDatabases,
} from '../repositories/__testUtils__/testDatabases';

jest.setTimeout(120_000);

describe('switches and links', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let lab: Lab;
    let holder: TestEngine;
    let other: TestEngine;
    /** Of the replica that watches, and of one that does not. */
    let apis: TestApi[];
    let hidden: TestApi;

    const everywhere = async (check: (api: TestApi) => Promise<void>) => {
      for (const api of apis) {
        await eventually(() => check(api));
      }
    };
    beforeAll(async () => {
      const database = await databases.init(id);
      await migrateUp(database);
      lab = await Lab.start({
        agents: { heartbeatMs: 200, applyDelayMs: 100 },
      });
      holder = await startTestEngine({ lab, database });
      other = await startTestEngine({ lab, database, idle: true });
      apis = [
        await startTestApi(holder.engine),
        await startTestApi(other.engine),
      ];
      hidden = await startTestApi(other.engine, {
        permissions: mockServices.permissions.mock({
          authorize: async requests =>
            requests.map(() => ({ result: AuthorizeResult.DENY })),
        }),
      });
      await everywhere(async ({ client }) => {
        const { items } = await client.listSwitches('lab-clos');
        const states = items.map(({ state }) => state);
        if (states.length !== 7 || states.some(state => state !== 'ready')) {
          throw new Error(`The switches are ${states}`);
        }
      });
    });

    afterAll(async () => {
      await Promise.all([...(apis ?? []), hidden].map(api => api?.close()));
      await other?.stop();
      await holder?.stop();
      await lab?.stop();
    });

    const allLinks = async ({ client }: TestApi, limit: number) => {
      const links: Link[] = [];
      let cursor: string | undefined;
      do {
        const page = await client.listLinks('lab-clos', { limit, cursor });
        links.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor);
      return links;
    };

    it('a broken link: its switch comes first and says so, at every replica', async () => {
      const agents = lab.agents.get('lab-clos')!;
      agents.setLink('leaf-02', 'E1/1', false);
      await everywhere(async ({ client }) => {
        const { items, staleSince } = await client.listSwitches('lab-clos');
        expect(staleSince).toBeUndefined();
        expect(items[0]).toMatchObject({
          name: 'leaf-02',
          role: 'server-leaf',
          state: 'unhealthy',
          since: expect.any(String),
          problems: [expect.stringMatching(/^E1\/1 to server-01 is down/)],
          interfaces: { up: 4, down: 1, unknown: 0 },
          bgp: { established: 2, down: 0 },
          software: 'lab-4.5.0',
          agentVersion: 'lab-0.1.0',
        });
        expect(items[1].state).toBe('ready');
      });
      await everywhere(async ({ client }) => {
        const detail = await client.getSwitch('lab-clos', 'leaf-02');
        expect(detail).toMatchObject({ name: 'leaf-02', state: 'unhealthy' });
        expect(detail.ports.find(({ name }) => name === 'E1/1')).toMatchObject({
          state: 'down',
          connection: 'server-01--eslag--leaf-01--leaf-02',
        });
        expect(detail.neighbors[0]).toMatchObject({
          vrf: 'default',
          state: 'established',
          device: expect.stringMatching(/^spine/),
        });
        const page = await client.listLinks('lab-clos', { state: 'down' });
        expect(page).toMatchObject({
          totalItems: 1,
          items: [
            {
              connection: 'server-01--eslag--leaf-01--leaf-02',
              effect: 'server-01 is single-homed, on leaf-01.',
            },
          ],
        });
      });
      agents.setLink('leaf-02', 'E1/1', true);
    });

    it('links come in pages that together are all of them, each once', async () => {
      for (const api of apis) {
        const all = await allLinks(api, 200);
        const paged = await allLinks(api, 3);
        expect(all.length).toBeGreaterThan(20);
        expect(new Set(paged.map(link => JSON.stringify(link.ends))).size).toBe(
          all.length,
        );
        const { items } = await api.client.listLinks('lab-clos', {
          text: 'SERVER-03/enp2s2',
        });
        expect(items.map(({ connection }) => connection)).toEqual([
          'server-03--bundled--leaf-01',
        ]);
      }
    });

    it('H12: a cursor belongs to its fabric and its filter', async () => {
      const { client } = apis[1];
      const { nextCursor: cursor } = await client.listLinks('lab-clos', {
        limit: 2,
      });
      expect(cursor).toEqual(expect.any(String));
      await expect(
        client.listLinks('lab-mesh', { limit: 2, cursor }),
      ).rejects.toMatchObject({ response: { status: 400 } });
      await expect(
        client.listLinks('lab-clos', { limit: 2, cursor, state: 'up' }),
      ).rejects.toMatchObject({ response: { status: 400 } });
      await expect(
        client.listLinks('lab-clos', { cursor: 'forged' }),
      ).rejects.toMatchObject({ response: { status: 400 } });
    });

    it('what one may not read, and what is not there, is not found', async () => {
      const { client } = apis[1];
      const notFound = { response: { status: 404 } };
      await expect(
        client.getSwitch('lab-clos', 'leaf-99'),
      ).rejects.toMatchObject(notFound);
      for (const ask of [
        () => hidden.client.listSwitches('lab-clos'),
        () => hidden.client.getSwitch('lab-clos', 'leaf-01'),
        () => hidden.client.listLinks('lab-clos'),
      ]) {
        await expect(ask()).rejects.toMatchObject(notFound);
      }
    });

    it('a cluster that is away leaves everything unknown, and says since when', async () => {
      const cluster = lab.clusters.get('lab-clos')!;
      cluster.faults.add({ verb: '*', status: 503 });
      cluster.faults.add({ verb: 'watch', cutWatchAfterEvents: 0 });
      await everywhere(async api => {
        const { items, staleSince } = await api.client.listSwitches('lab-clos');
        expect(staleSince).toEqual(expect.any(String));
        expect(new Set(items.map(({ state }) => state))).toEqual(
          new Set(['unknown']),
        );
        const links = await allLinks(api, 200);
        expect(new Set(links.map(({ state }) => state))).toEqual(
          new Set(['unknown']),
        );
        expect(await api.client.getSwitch('lab-clos', 'leaf-01')).toMatchObject(
          { state: 'unknown', staleSince: expect.any(String) },
        );
      });
      cluster.faults.clear();
      await everywhere(async ({ client }) => {
        const { items, staleSince } = await client.listSwitches('lab-clos');
        expect(staleSince).toBeUndefined();
        expect(items[0].state).toBe('ready');
      });
    });
  });
});
