import { aFabric } from '../testing/aFabric';
import { aResource } from '../testing/aResource';
import { resourceEntity } from './resourceEntity';

const options = {
  appBaseUrl: 'https://portal.example',
  kindWords: new Set(['vpc', 'vpcattachment', 'connection', 'server']),
};

describe('resourceEntity', () => {
  it('is a Resource of the fabric, owned by its owner, depending on what it refers to', () => {
    const attachment = aResource('VPCAttachment/vpc-1--srv', {
      facts: [
        { label: 'Subnet', value: 'vpc-1/default' },
        { label: 'Connection', value: 'srv--leaf' },
      ],
      dependsOn: [
        { kind: 'VPC', name: 'vpc-1' },
        { kind: 'Connection', name: 'srv--leaf' },
        { kind: 'VPC', name: 'vpc-1' },
        { kind: 'VPCAttachment', name: 'vpc-1--srv' },
      ],
    });
    expect(resourceEntity(aFabric(), attachment, options)).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: {
        name: 'lab-vpcattachment-vpc-1--srv',
        title: 'vpc-1--srv',
        description:
          'VPCAttachment of The lab. Subnet: vpc-1/default; Connection: srv--leaf',
        annotations: {
          'backstage.io/managed-by-location': 'cnoc:fabrics/lab',
          'backstage.io/managed-by-origin-location': 'cnoc:fabrics/lab',
          'cnoc.dev/fabric': 'lab',
          'cnoc.dev/kind': 'VPCAttachment',
          'cnoc.dev/name': 'vpc-1--srv',
        },
        links: [
          {
            url: 'https://portal.example/cnoc/fabrics/lab/VPCAttachment/vpc-1--srv',
            title: 'Open in CNOC',
            icon: 'dashboard',
          },
        ],
      },
      spec: {
        type: 'hedgehog-vpcattachment',
        owner: 'group:default/network',
        system: 'lab',
        dependsOn: [
          'resource:default/lab-connection-srv--leaf',
          'resource:default/lab-vpc-vpc-1',
        ],
      },
    });
  });

  it('without facts, references and a known portal', () => {
    const { metadata, spec } = resourceEntity(
      aFabric({ owner: undefined }),
      aResource('Server/s1'),
      { kindWords: options.kindWords },
    );
    expect(metadata.description).toBe('Server of The lab');
    expect(metadata.links).toBeUndefined();
    expect(spec).toEqual({
      type: 'hedgehog-server',
      owner: 'unknown',
      system: 'lab',
    });
  });

  it('is the same whatever the state', () => {
    const calm = resourceEntity(aFabric(), aResource('Server/s1'), options);
    const troubled = resourceEntity(
      aFabric({ revision: 2 }),
      aResource('Server/s1', {
        state: 'drifted',
        severity: 'critical',
        reason: 'Traffic is lost',
        findings: 3,
        lag: true,
        source: { file: 'a.yaml', line: 7, commit: 'abc' },
      }),
      options,
    );
    expect(troubled).toEqual(calm);
  });

  it('refers to its fabric and to others by the names that these have', () => {
    const fabric = aFabric({ name: 'Lab-VPC' });
    const target = resourceEntity(fabric, aResource('VPC/a b'), options);
    const source = resourceEntity(
      fabric,
      aResource('Server/s1', { dependsOn: [{ kind: 'VPC', name: 'a b' }] }),
      options,
    );
    expect(source.spec.dependsOn).toEqual([
      `resource:default/${target.metadata.name}`,
    ]);
    expect(source.spec.system).toMatch(/^lab-vpc-[0-9a-f]{12}$/);
  });

  it('cuts a long description', () => {
    const { metadata } = resourceEntity(
      aFabric(),
      aResource('Server/s1', {
        facts: [{ label: 'Ports', value: 'E1/1, '.repeat(500) }],
      }),
      options,
    );
    expect(metadata.description).toHaveLength(500);
    expect(metadata.description).toMatch(/…$/);
  });
});
