import { canonicalize, hashOf, type KubernetesObject } from '@cnoc/hedgehog';
import { mergeCanonical } from './mergeCanonical';
import { withoutServerFields } from './withoutServerFields';

const object = (spec: object): KubernetesObject => ({
  apiVersion: 'vpc.githedgehog.com/v1beta1',
  kind: 'VPC',
  metadata: { name: 'a' },
  spec: spec as Record<string, unknown>,
});
const inCluster = (spec: object) => {
  const one = object(spec);
  return canonicalize({
    ...one,
    metadata: { ...one.metadata, namespace: 'default' },
  });
};
const merge = (git: object, live: object) =>
  mergeCanonical(
    { object: object(git), canonical: inCluster(git) },
    inCluster(live),
  );

const git = {
  ipv4Namespace: 'default',
  vlanNamespace: 'default',
  subnets: {
    // Written out, though it says no more than its absence
    a: { subnet: '10.0.1.0/24', vlan: 1001, isolated: false },
    b: { subnet: '10.0.2.0/24', vlan: 1002 },
  },
};

describe('mergeCanonical', () => {
  it('changes only what the cluster means otherwise', () => {
    const live = structuredClone(git);
    live.subnets.b.vlan = 1999;
    expect(merge(git, live)).toEqual(object(live));
  });

  it('leaves git alone where both mean the same', () => {
    const { vlanNamespace: _default, ...short } = git;
    expect(merge(git, short)).toEqual(object(git));
  });

  it('adds and removes', () => {
    const live = {
      ...git,
      subnets: { a: git.subnets.a, c: { subnet: '10.0.3.0/24', vlan: 1003 } },
    };
    const merged = merge(git, live);
    expect(Object.keys((merged.spec as typeof live).subnets)).toEqual([
      'a',
      'c',
    ]);
    expect(
      hashOf(
        canonicalize({
          ...merged,
          metadata: { name: 'a', namespace: 'default' },
        }),
      ),
    ).toBe(hashOf(inCluster(live)));
  });
});

describe('withoutServerFields', () => {
  it('takes away what a cluster adds', () => {
    const one = object({});
    expect(
      withoutServerFields({
        ...one,
        metadata: {
          ...one.metadata,
          uid: 'x',
          resourceVersion: '1',
          managedFields: [],
          annotations: {
            team: 'net',
            'kubectl.kubernetes.io/last-applied-configuration': '{}',
          },
        },
        status: {},
      }),
    ).toEqual({
      ...one,
      metadata: { ...one.metadata, annotations: { team: 'net' } },
    });
  });

  it('gives back the same object when there is nothing of that', () => {
    const one = object({});
    expect(withoutServerFields(one)).toBe(one);
  });
});
