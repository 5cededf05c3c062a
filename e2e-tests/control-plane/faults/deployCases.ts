/* eslint-disable jest/no-export -- a set of cases that the test file calls */
import { inParallel } from '../proof/inParallel';
import { eventually } from './engineRooms';
import type { Exchange } from './Fault';
import { pathOf, server } from './objects';
import type { Scene } from './Scene';
import type { Stage } from './Stage';

const OBJECTS = 100;
const REACHED = 37;

const isWrite = ({ verb, path }: Exchange['asked']) =>
  verb === 'apply' && !path.includes('dryRun');

/** A deployment of a hundred objects of which the cluster or CNOC goes away after the 37th. */
export function deployCases(stage: () => Stage): void {
  const begin = async () => {
    const scene = await stage().newScene();
    const names = Array.from(
      { length: OBJECTS },
      (_, index) => `server-${index}`,
    );
    await scene.commit(
      Object.fromEntries(names.map(name => [name, server(name)])),
    );
    const api = await scene.engine();
    const { client } = api;
    const fabric = scene.fabric.name;
    const ready = () =>
      eventually(async () => {
        const plan = await client.createPlan(fabric, {
          prune: false,
          force: false,
        });
        expect(plan.status).toBe('ready');
        return plan;
      });
    return { scene, api, client, fabric, ready };
  };
  const stored = async (scene: Scene) => {
    const path = pathOf('Server', scene.namespace);
    const { items } = await stage().send('GET', path);
    return (items as { metadata: { name: string; generation: number } }[]).map(
      ({ metadata }) => metadata,
    );
  };
  /** Lets so many writes through, and then calls. Further requests are in the hands of `after`. */
  const after37 = (scene: Scene, after: (exchange: Exchange) => void) => {
    let writes = 0;
    return scene.proxy.add({
      answer: exchange => {
        if (isWrite(exchange.asked)) writes += 1;
        if (writes > REACHED) after(exchange);
        else exchange.pass();
      },
    });
  };

  it('K14: the API server dies after object 37 of 100: partial, with the exact list, and the next plan is of the rest', async () => {
    const { scene, client, fabric, ready } = await begin();
    const plan = await ready();
    expect(plan.counts).toMatchObject({ create: OBJECTS });
    const mend = after37(scene, ({ response }) => response.socket?.destroy());
    const queued = await client.createDeployment(fabric, plan.id);
    const done = await eventually(async () => {
      const now = await client.getDeployment(fabric, queued.id);
      expect(now.status).toBe('partial');
      return now;
    }, 40_000);
    const made = done.steps.filter(({ status }) => status === 'succeeded');
    expect(made).toHaveLength(REACHED);
    const names = (await stored(scene)).map(({ name }) => name);
    expect(made.map(({ name }) => name).sort()).toEqual(names.sort());
    expect(done.message).toMatch(/^37 of 100 changes were made/);
    expect(JSON.stringify(done)).not.toContain(String(scene.proxy.port));

    mend();
    const rest = await eventually(async () => {
      const next = await ready();
      expect(next.counts).toMatchObject({ create: OBJECTS - REACHED });
      return next;
    });
    const second = await client.createDeployment(fabric, rest.id);
    await eventually(async () => {
      const now = await client.getDeployment(fabric, second.id);
      expect(now.status).toBe('succeeded');
    });
    expect(await stored(scene)).toHaveLength(OBJECTS);
  });

  it('K16: CNOC dies after object 37 of 100: its successor finishes, and applies nothing twice', async () => {
    const { scene, client, fabric, ready, api } = await begin();
    const plan = await ready();
    const held: (() => void)[] = [];
    const mend = after37(scene, ({ pass }) => held.push(pass));
    const queued = await client.createDeployment(fabric, plan.id);
    await eventually(() => expect(held.length).toBeGreaterThan(0));
    await api.close();
    await scene.stopEngine();
    mend();
    // What was on its way is carried out although nobody hears of it any more.
    await inParallel(held, async pass => pass());

    const successor = await scene.engine();
    await eventually(async () => {
      const now = await successor.client.getDeployment(fabric, queued.id);
      expect(now).toMatchObject({ status: 'succeeded', failed: 0 });
    }, 40_000);
    const objects = await stored(scene);
    expect(objects).toHaveLength(OBJECTS);
    expect(objects.filter(({ generation }) => generation !== 1)).toEqual([]);
  });
}
