import { canonicalize } from '@cnoc/hedgehog';
import { vpc } from '../__testUtils__/resources';
import { applyBodyOf, removalPatch, removalsOf } from './writesOf';

describe('what is written', () => {
  it('is the object of git alone, bound to what the plan saw', () => {
    expect(
      applyBodyOf(
        {
          ...vpc('a'),
          metadata: {
            name: 'a',
            labels: { team: 'x' },
            managedFields: [],
            resourceVersion: '7',
          },
          status: { some: 'thing' },
        },
        { namespace: 'net', precondition: { uid: 'u', resourceVersion: '9' } },
      ),
    ).toEqual({
      apiVersion: 'vpc.githedgehog.com/v1beta1',
      kind: 'VPC',
      metadata: {
        name: 'a',
        namespace: 'net',
        labels: { team: 'x' },
        uid: 'u',
        resourceVersion: '9',
      },
      spec: vpc('a').spec,
    });
  });

  it('is followed by the removal of fields that only the cluster has', () => {
    const inCluster = vpc('a');
    inCluster.metadata = {
      name: 'a',
      uid: 'u',
      resourceVersion: '9',
      labels: { 'acme.test/owner': 'somebody' },
    };
    (inCluster.spec as { permit?: unknown }).permit = [['default']];
    const paths = removalsOf(canonicalize(vpc('a')), inCluster);
    expect(paths).toEqual([
      'metadata.labels["acme.test/owner"]',
      'spec.permit',
    ]);
    expect(removalPatch(paths, inCluster)).toEqual([
      { op: 'test', path: '/metadata/uid', value: 'u' },
      { op: 'test', path: '/metadata/resourceVersion', value: '9' },
      { op: 'remove', path: '/metadata/labels/acme.test~1owner' },
      { op: 'remove', path: '/spec/permit' },
    ]);
  });

  it('removes nothing when the rest is only different', () => {
    expect(removalsOf(canonicalize(vpc('a')), vpc('a', 1002))).toEqual([]);
  });
});
