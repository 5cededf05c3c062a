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
      cache.replace([at(5), at(6, { name: 'b', uid: 'u2' })]),
    ).resolves.toBe(false);
    await expect(cache.replace([at(5)])).resolves.toBe(true);
    expect(cache.values()).toEqual([5]);
    expect(cache.upsert(at(6, { name: 'b', uid: 'u2' }))).toBe(false);
  });

  it('a list is the truth also when a restored backup turned versions back', async () => {
    const cache = make();
    cache.upsert(at(500));
    await cache.replace([at(40)]);
    expect(cache.get('default', 'a')).toBe(40);
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
