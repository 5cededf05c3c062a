import { aFabric } from '../testing/aFabric';
import { fabricEntity } from './fabricEntity';

describe('fabricEntity', () => {
  it('is a System with what a person configured', () => {
    expect(
      fabricEntity(aFabric(), { appBaseUrl: 'https://portal.example/' }),
    ).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'System',
      metadata: {
        name: 'lab',
        title: 'The lab',
        description: 'Two spines, four leaves',
        annotations: {
          'backstage.io/managed-by-location': 'cnoc:fabrics/lab',
          'backstage.io/managed-by-origin-location': 'cnoc:fabrics/lab',
          'cnoc.dev/fabric': 'lab',
        },
        tags: ['lab'],
        links: [
          {
            url: 'https://portal.example/cnoc/fabrics/lab',
            title: 'Open in CNOC',
            icon: 'dashboard',
          },
        ],
      },
      spec: { type: 'hedgehog-fabric', owner: 'group:default/network' },
    });
  });

  it('does without what is not configured', () => {
    const { metadata, spec } = fabricEntity(
      aFabric({
        title: undefined,
        description: undefined,
        environment: undefined,
        owner: undefined,
      }),
      {},
    );
    expect(metadata).toEqual({
      name: 'lab',
      title: 'lab',
      annotations: expect.anything(),
    });
    expect(spec.owner).toBe('unknown');
  });

  it('is the same whatever the status', () => {
    const calm = fabricEntity(aFabric(), {});
    const troubled = fabricEntity(
      aFabric({
        revision: 99,
        connection: {
          state: 'disconnected',
          staleSince: '2026-01-01T00:00:00Z',
        },
        sync: { state: 'failed', message: 'no such branch' },
      }),
      {},
    );
    expect(troubled).toEqual(calm);
  });

  it.each([
    ['Production (EU)', ['production-eu']],
    ['c++', ['c++']],
    ['—', undefined],
  ])('environment %s gives the tags %j', (environment, tags) => {
    expect(fabricEntity(aFabric({ environment }), {}).metadata.tags).toEqual(
      tags,
    );
  });

  it.each([
    ['network', 'group:default/network'],
    ['group:ops/network', 'group:ops/network'],
    ['user:default/guest', 'user:default/guest'],
    ['Group:Default/Network', 'group:default/network'],
    ['group:', 'unknown'],
    ['the network team', 'unknown'],
  ])('owner %s is written %s', (owner, expected) => {
    expect(fabricEntity(aFabric({ owner }), {}).spec.owner).toBe(expected);
  });
});
