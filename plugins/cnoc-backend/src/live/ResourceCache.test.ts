import { KubernetesObject } from '@cnoc/hedgehog';
import { ResourceCache } from './ResourceCache';

const at = (
  version: number,
  options: { name?: string; uid?: string } = {},
): KubernetesObject => ({
  apiVersion: 'vpc.githedgehog.com/v1beta1',
  kind: 'VPC',
  metadata: {
    name: options.name ?? 'a',
    namespace: 'default',
    uid: options.uid ?? 'u1',
    resourceVersion: String(version),
  },
});

const make = () =>
  new ResourceCache(object => Number(object.metadata.resourceVersion));

type Cache = ReturnType<typeof make>;
const replace = async (cache: Cache, objects: KubernetesObject[]) =>
  cache.replace(objects.map(object => cache.listed(object)));
const repair = (
  cache: Cache,
  objects: KubernetesObject[],
  before: ReadonlyMap<string, string>,
) =>
  cache.repair(
    objects.map(object => cache.listed(object)),
    before,
  );

describe('ResourceCache', () => {
  it('K8: a duplicate event changes nothing', () => {
    const cache = make();
    expect(cache.upsert(at(5))).toBe(true);
    expect(cache.upsert(at(5))).toBe(false);
  });

  it('K8: an older event changes nothing, also across a change of length', () => {
    const cache = make();
    cache.upsert(at(10));
    expect(cache.upsert(at(9))).toBe(false);
    expect(cache.get('default', 'a')).toBe(10);
  });

  it('K8: a late event does not bring a deleted object back', () => {
    const cache = make();
    cache.upsert(at(5));
    expect(cache.remove(at(8))).toBe(true);
    expect(cache.upsert(at(7))).toBe(false);
    expect(cache.size).toBe(0);
  });

  it('K8: a late deletion of the predecessor leaves the successor', () => {
    const cache = make();
    cache.upsert(at(5));
    cache.upsert(at(9, { uid: 'u2' }));
    expect(cache.remove(at(8))).toBe(false);
    expect(cache.get('default', 'a')).toBe(9);
  });

  it('K8: a deletion older than what is known changes nothing', () => {
    const cache = make();
    cache.upsert(at(9));
    expect(cache.remove(at(8))).toBe(false);
    expect(cache.size).toBe(1);
  });

  it('a new object of an old name is taken', () => {
    const cache = make();
    cache.upsert(at(5));
    cache.remove(at(6));
    expect(cache.upsert(at(7, { uid: 'u2' }))).toBe(true);
  });

  it('K5: a list tells only what it changes, and removes what is gone', async () => {
    const cache = make();
    cache.upsert(at(5));
    cache.upsert(at(6, { name: 'b', uid: 'u2' }));
    await expect(
      replace(cache, [at(5), at(6, { name: 'b', uid: 'u2' })]),
    ).resolves.toBe(false);
    await expect(replace(cache, [at(5)])).resolves.toBe(true);
    expect(cache.values()).toEqual([5]);
    expect(cache.upsert(at(6, { name: 'b', uid: 'u2' }))).toBe(false);
  });

  it('a list is the truth also when a restored backup turned versions back', async () => {
    const cache = make();
    cache.upsert(at(500));
    await replace(cache, [at(40)]);
    expect(cache.get('default', 'a')).toBe(40);
  });

  describe('K7: a full check', () => {
    const b = { name: 'b', uid: 'u2' };

    it('counts and repairs what no watch has told', async () => {
      const cache = make();
      cache.upsert(at(5));
      cache.upsert(at(6, b));
      const before = cache.versions();
      const added = at(9, { name: 'c', uid: 'u3' });
      // a changed, b went, c came
      expect(repair(cache, [at(8), added], before)).toBe(3);
      expect(cache.values().sort()).toEqual([8, 9]);
      // Late news of what was repaired are no news.
      expect(cache.upsert(at(6, b))).toBe(false);
      expect(cache.upsert(at(8))).toBe(false);
    });

    it('does not count what the watch told while the list was read', async () => {
      const cache = make();
      cache.upsert(at(5));
      cache.upsert(at(6, b));
      const before = cache.versions();
      const listed = [at(8), at(6, b), at(9, { name: 'c', uid: 'u3' })];
      cache.upsert(at(8));
      cache.upsert(at(9, { name: 'c', uid: 'u3' }));
      expect(repair(cache, listed, before)).toBe(0);
    });

    it('does not take back what the watch told after the list was read', async () => {
      const cache = make();
      cache.upsert(at(5));
      cache.upsert(at(6, b));
      const before = cache.versions();
      const listed = [at(5), at(6, b)];
      cache.upsert(at(11));
      cache.remove(at(12, b));
      cache.upsert(at(13, { name: 'c', uid: 'u3' }));
      expect(repair(cache, listed, before)).toBe(0);
      expect(cache.values().sort()).toEqual([11, 13]);
    });

    it('does not bring back what came and went while the list was read', async () => {
      const cache = make();
      const before = cache.versions();
      cache.upsert(at(5));
      cache.remove(at(7));
      expect(repair(cache, [at(5)], before)).toBe(0);
      expect(cache.size).toBe(0);
    });
  });

  it('remembers a bounded number of deletions', () => {
    const cache = make();
    for (let i = 0; i < 1_500; i += 1) {
      cache.remove(at(i + 2, { name: `n${i}`, uid: `u${i}` }));
    }
    // The oldest is forgotten, the newest is not.
    expect(cache.upsert(at(1, { name: 'n0', uid: 'u0' }))).toBe(true);
    expect(cache.upsert(at(1, { name: 'n1499', uid: 'u1499' }))).toBe(false);
  });
});
