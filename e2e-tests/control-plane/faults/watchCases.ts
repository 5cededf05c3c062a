/* eslint-disable jest/no-export -- a set of cases that the test file calls */
import { untilServed } from '../untilServed';
import { late, status } from './effects';
import { eventually } from './engineRooms';
import type { Told } from './Fault';
import { pathOf, vlans } from './objects';
import type { Stage } from './Stage';

const KIND = '/vlannamespaces';
const LIST = { verb: 'list', path: KIND } as const;
const WATCH = { verb: 'watch', path: KIND } as const;

const gone: Told = {
  type: 'ERROR',
  object: {
    kind: 'Status',
    code: 410,
    message: 'too old resource version',
    metadata: { resourceVersion: '' },
  } as Told['object'],
};

/** Watches that break, lie, lose and fall silent. */
export function watchCases(stage: () => Stage): void {
  it('K5: 410 for the next page begins the list again', async () => {
    const scene = await stage().newScene();
    await scene.put(...['three', 'four', 'five'].map(name => vlans(name)));
    scene.proxy.add({
      verb: 'list',
      path: `${KIND}?limit=2&continue=`,
      times: 1,
      answer: status(410, 'The provided continue parameter is too old'),
    });
    const { snapshot } = await scene.begin({ timings: { pageSize: 2 } });
    expect((await snapshot()).objects).toHaveLength(5);
    // The first page, the refused second one, and all three again.
    expect(scene.proxy.asked(LIST)).toHaveLength(5);
  });

  it('K5: ERROR 410 in the middle of a watch leads to one list; nothing is lost or told twice', async () => {
    const scene = await stage().newScene();
    const { changes, end } = await scene.begin();
    await eventually(() => expect(scene.proxy.asked(WATCH)).toHaveLength(1));
    changes.length = 0;
    scene.proxy.add({ ...WATCH, times: 1, tell: () => [gone] });
    await scene.put(vlans('one', 2500));
    await eventually(async () => expect(await end()).toBe(2500));
    expect(scene.proxy.asked(LIST)).toHaveLength(2);
    const told = () =>
      changes.filter(({ kinds }) => kinds.includes('VLANNamespace'));
    await eventually(() => expect(told()).toHaveLength(1));
    await scene.put(vlans('one', 2600));
    await eventually(async () => expect(await end()).toBe(2600));
    await eventually(() => expect(told()).toHaveLength(2));
    expect(scene.proxy.asked(LIST)).toHaveLength(2);
  });

  it('K5, K26: a server that has forgotten its history is listed anew, and all that happened meanwhile is known', async () => {
    const scene = await stage().newScene();
    const { snapshot, end } = await scene.begin();
    await scene.proxy.goAway();
    await eventually(async () =>
      expect((await snapshot()).connection.state).toBe('disconnected'),
    );
    await scene.put(vlans('one', 2500), vlans('three'));
    await scene.remove('VLANNamespace', 'two');
    await stage().plane.forgetHistory();
    await untilServed(stage().api, pathOf('VLANNamespace', scene.namespace));
    await scene.proxy.comeBack();
    await eventually(async () =>
      expect(await snapshot()).toMatchObject({
        connection: { state: 'connected' },
        objects: [{ name: 'one' }, { name: 'three' }],
      }),
    );
    expect(await end()).toBe(2500);
  });

  it.each([
    ['ended', false],
    ['reset', true],
  ])(
    'K6: watches that are %s again and again are resumed: no flap, no new list, no event lost',
    async (_how, reset) => {
      const scene = await stage().newScene();
      const { snapshot, end, changes } = await scene.begin();
      const states = new Set<string>();
      for (let to = 2500; to < 2505; to += 1) {
        await eventually(() =>
          expect(scene.proxy.cutWatches(KIND, { reset })).toBe(1),
        );
        await scene.put(vlans('one', to));
        await eventually(async () => {
          states.add((await snapshot()).connection.state);
          expect(await end()).toBe(to);
        });
      }
      expect([...states]).toEqual(['connected']);
      expect(scene.proxy.asked(LIST)).toHaveLength(1);
      expect(changes.every(({ kinds }) => kinds.length > 0)).toBe(true);
    },
  );

  it('K6: a watch that falls silent without an end is resumed where it was, and nothing is lost', async () => {
    const scene = await stage().newScene();
    const { snapshot, end } = await scene.begin({
      timings: { idleTimeoutMs: 2_000 },
    });
    // What this watch would have told is swallowed, bookmarks and all, and its end never comes.
    await eventually(() => expect(scene.proxy.hush(KIND)).toBe(1));
    await scene.put(vlans('one', 2500));
    await eventually(async () => expect(await end()).toBe(2500));
    expect(scene.proxy.asked(LIST)).toHaveLength(1);
    expect((await snapshot()).connection.state).toBe('connected');
  });

  it('K7: an event that was swallowed is found by the next periodic list', async () => {
    const scene = await stage().newScene();
    const { end } = await scene.begin({ timings: { relistMs: 1_000 } });
    scene.proxy.add({ ...WATCH, times: 1, tell: () => [] });
    await scene.put(vlans('one', 2500));
    await eventually(async () => expect(await end()).toBe(2500));
    expect(scene.proxy.asked(LIST).length).toBeGreaterThan(1);
  });

  it('K7: a deletion that was swallowed is found, too', async () => {
    const scene = await stage().newScene();
    const { snapshot } = await scene.begin({ timings: { relistMs: 1_000 } });
    scene.proxy.add({ ...WATCH, times: 1, tell: () => [] });
    await scene.remove('VLANNamespace', 'two');
    await eventually(async () =>
      expect(await snapshot()).toMatchObject({ objects: [{ name: 'one' }] }),
    );
  });

  it('K8: doubled, swapped and older events never turn the state back', async () => {
    const scene = await stage().newScene();
    const { live, end, snapshot } = await scene.begin();
    const seen: Told[] = [];
    scene.proxy.add({
      ...WATCH,
      // Each event comes twice, and after it all the older ones again, the newest of them first.
      tell: event => {
        const replay = [event, event, ...[...seen].reverse()];
        seen.push(event);
        return replay;
      },
    });
    const values: number[] = [];
    live.onChange(() => void end().then(value => values.push(value)));
    for (let to = 2500; to < 2510; to += 1) {
      await scene.put(vlans('one', to));
    }
    await scene.remove('VLANNamespace', 'two');
    await scene.put(vlans('last'));
    await eventually(async () => {
      const names = (await snapshot()).objects.map(({ name }) => name);
      expect(names).toContain('last');
      expect(names).not.toContain('two');
    });
    expect(await end()).toBe(2509);
    expect(seen).toHaveLength(12);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(scene.proxy.asked(LIST)).toHaveLength(1);
  });

  it('K8: a list from behind does not turn the state back', async () => {
    const scene = await stage().newScene();
    const { end } = await scene.begin({ timings: { relistMs: 1_000 } });
    const path = pathOf('VLANNamespace', scene.namespace);
    const old = (await stage().api.get(path)).text;
    await scene.put(vlans('one', 2500));
    await eventually(async () => expect(await end()).toBe(2500));
    // A replica of the API server that lags answers the next periodic lists.
    scene.proxy.add({
      ...LIST,
      times: 2,
      answer: ({ pass }) => pass({ rewrite: () => old }),
    });
    const lists = scene.proxy.asked(LIST).length;
    await eventually(async () => {
      expect(await end()).toBe(2500);
      expect(scene.proxy.asked(LIST).length).toBeGreaterThan(lists + 2);
    });
  });

  it('K20: an object that is deleted and made again is another one', async () => {
    const scene = await stage().newScene();
    const { live, changes } = await scene.begin();
    const uid = async () =>
      (await live.get(scene.fabric, 'VLANNamespace', 'one'))?.uid;
    const before = await uid();
    await scene.proxy.add({ ...WATCH, answer: late(200) });
    changes.length = 0;
    await scene.remove('VLANNamespace', 'one');
    const [again] = await scene.put(vlans('one'));
    await eventually(async () => expect(await uid()).toBe(again.metadata.uid));
    expect(again.metadata.uid).not.toBe(before);
    await eventually(async () => expect(changes.length).toBeGreaterThan(0));
  });
}
