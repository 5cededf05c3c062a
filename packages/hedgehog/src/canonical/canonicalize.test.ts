import { canonicalize, compareCanonical, hashOf, KubernetesObject } from '..';
import { isEqual } from '../compare/isEqual';
import { build } from '../__testUtils__/build';

type Spec = Record<string, unknown>;
const isSame = (kind: string, a: Spec, b: Spec) =>
  isEqual(canonicalize(build(kind, 'a', a)), canonicalize(build(kind, 'a', b)));

describe('canonicalize', () => {
  it('C14: drops status, server metadata and what tools note', () => {
    const live: KubernetesObject = {
      ...build(
        'Server',
        's',
        { description: 'x' },
        {
          uid: 'u',
          resourceVersion: '1',
          generation: 3,
          creationTimestamp: 't',
          managedFields: [],
          selfLink: '/x',
          ownerReferences: [],
          finalizers: [],
          labels: {
            'app.kubernetes.io/instance': 'argo',
            'kustomize.toolkit.fluxcd.io/name': 'flux',
            team: 'net',
          },
          annotations: {
            'kubectl.kubernetes.io/last-applied-configuration': '{}',
            'argocd.argoproj.io/tracking-id': 'x',
            'hnp.githedgehog.com/id': '1',
            note: 'y',
          },
        },
      ),
      status: { a: 1 },
    };
    expect(canonicalize(live)).toEqual(
      build(
        'Server',
        's',
        { description: 'x' },
        {
          namespace: 'default',
          labels: { team: 'net' },
          annotations: { note: 'y' },
        },
      ),
    );
  });

  it('C16: drops labels and annotations that the fabric recomputes, keeps those that people write', () => {
    const metadata = {
      labels: {
        'fabric.githedgehog.com/vpc': 'x',
        'vpc.fabric.githedgehog.com/a': 'true',
        own: 'z',
      },
      annotations: {
        'fabric.githedgehog.com/p2p-link': '10.0.0.0/31',
        'vlab.hhfab.githedgehog.com/x': 'y',
      },
    };
    expect(
      canonicalize(build('VPCAttachment', 'a', {}, metadata)).metadata,
    ).toEqual({
      name: 'a',
      namespace: 'default',
      labels: { own: 'z' },
      annotations: metadata.annotations,
    });
    expect(
      canonicalize(build('Connection', 'a', {}, metadata)).metadata.annotations,
    ).toEqual({ 'vlab.hhfab.githedgehog.com/x': 'y' });
    expect(
      canonicalize(build('SwitchGroup', 'a', {}, metadata)).metadata.labels,
    ).toEqual(metadata.labels);
    expect(
      canonicalize(
        build(
          'GatewayPeering',
          'a',
          {},
          {
            labels: { 'vpc.gateway.githedgehog.com/a': 'true' },
            annotations: { 'gateway.githedgehog.com/vpcs': 'a,b' },
          },
        ),
      ).metadata,
    ).toEqual({ name: 'a', namespace: 'default' });
  });

  it('C13: absent equals empty', () => {
    expect(isSame('Server', {}, { description: '' })).toBe(true);
    expect(
      isSame(
        'Switch',
        { role: 'spine' },
        {
          role: 'spine',
          redundancy: {},
          portSpeeds: {},
          groups: [],
          roce: false,
          description: null,
        },
      ),
    ).toBe(true);
    expect(
      isSame(
        'VPC',
        { subnets: { a: { vlan: 1 } } },
        {
          subnets: {
            a: {
              vlan: 1,
              isolated: false,
              dhcp: { enable: false, static: {} },
            },
          },
          permit: [],
          staticRoutes: null,
        },
      ),
    ).toBe(true);
    expect(
      isSame(
        'ExternalAttachment',
        { static: { proxy: true, vlan: 0 } },
        { static: { proxy: true }, neighbor: { asn: 0 }, switch: {} },
      ),
    ).toBe(true);
    expect(
      isSame(
        'VPCPeering',
        { permit: [{ a: null, b: {} }] },
        { permit: [{ a: {}, b: { subnets: [] } }] },
      ),
    ).toBe(true);
  });

  it('C13: where presence or zero says something, it stays', () => {
    expect(
      isSame(
        'VPCPeering',
        { permit: [{ a: {}, b: {} }] },
        { permit: [{ a: {} }] },
      ),
    ).toBe(false);
    expect(isSame('Switch', { portAutoNegs: { 'E1/1': false } }, {})).toBe(
      false,
    );
    expect(
      isSame(
        'Switch',
        { portAutoNegs: { 'E1/1': false } },
        { portAutoNegs: { 'E1/1': true } },
      ),
    ).toBe(false);
    expect(isSame('Switch', { linkFlapErrDisable: {} }, {})).toBe(false);
    expect(
      isSame(
        'Switch',
        { linkFlapErrDisable: { recoveryInterval: 0 } },
        { linkFlapErrDisable: {} },
      ),
    ).toBe(false);
    expect(
      isSame(
        'GatewayPeering',
        { peering: { a: { expose: [{ nat: { static: {} } }] } } },
        { peering: { a: { expose: [{}] } } },
      ),
    ).toBe(false);
    expect(
      isSame(
        'ExternalAttachment',
        { inboundACL: { statements: [{ seq: 10, icmpType: 0 }] } },
        { inboundACL: { statements: [{ seq: 10 }] } },
      ),
    ).toBe(false);
    expect(isSame('VPC', { permit: [['a'], []] }, { permit: [['a']] })).toBe(
      false,
    );
    expect(isSame('VPC', { subnets: { a: {} } }, { subnets: {} })).toBe(false);
  });

  it('C13: a flag of a subnet counts where it differs from the default of its VPC', () => {
    for (const [flag, general] of [
      ['isolated', 'defaultIsolated'],
      ['restricted', 'defaultRestricted'],
    ]) {
      const vpc = (own: unknown, all: unknown) => ({
        [general]: all,
        subnets: { a: { subnet: '10.0.1.0/24', [flag]: own } },
      });
      expect(isSame('VPC', vpc(false, true), vpc(undefined, true))).toBe(false);
      expect(isSame('VPC', vpc(true, true), vpc(null, true))).toBe(true);
      expect(isSame('VPC', vpc(false, false), vpc(undefined, undefined))).toBe(
        true,
      );
      expect(isSame('VPC', vpc(true, false), vpc(false, false))).toBe(false);
    }
  });

  it('C15: addresses, MACs, prefixes and durations have one form where they are documented', () => {
    expect(
      isSame(
        'Switch',
        { boot: { mac: '0C:20:12:FF:00:00' } },
        { boot: { mac: '0c-20-12-ff-00-00' } },
      ),
    ).toBe(true);
    expect(
      isSame(
        'VPC',
        { subnets: { a: { subnet: '10.0.1.7/24' } } },
        { subnets: { a: { subnet: '10.0.1.0/24' } } },
      ),
    ).toBe(true);
    expect(
      isSame(
        'VPC',
        {
          subnets: {
            a: {
              dhcp: {
                static: { 'AA:BB:CC:DD:EE:FF': { ip: '2001:DB8:0::1' } },
              },
            },
          },
        },
        {
          subnets: {
            a: {
              dhcp: { static: { 'aa:bb:cc:dd:ee:ff': { ip: '2001:db8::1' } } },
            },
          },
        },
      ),
    ).toBe(true);
    expect(
      isSame(
        'IPv4Namespace',
        { subnets: ['10.1.2.3/16', '10.0.0.0/16'] },
        { subnets: ['10.0.0.0/16', '10.1.0.0/16'] },
      ),
    ).toBe(true);
    const timeout = (idleTimeout: string) => ({
      peering: { a: { expose: [{ nat: { masquerade: { idleTimeout } } }] } },
    });
    expect(isSame('GatewayPeering', timeout('120s'), timeout('2m'))).toBe(true);
    expect(isSame('GatewayPeering', timeout('1h'), timeout('60m0s'))).toBe(
      true,
    );
  });

  it('C15: other texts are kept as they are', () => {
    expect(
      isSame('Server', { description: '1h' }, { description: '60m' }),
    ).toBe(false);
    expect(
      isSame('Switch', { ip: '172.30.0.9/21' }, { ip: '172.30.0.8/21' }),
    ).toBe(false);
    expect(
      isSame(
        'Switch',
        { protocolIP: '010.0.0.1/32' },
        { protocolIP: '10.0.0.1/32' },
      ),
    ).toBe(false);
    expect(
      canonicalize(
        build('VPC', 'a', { subnets: { a: { subnet: 'not an address' } } }),
      ).spec,
    ).toMatchObject({ subnets: { a: { subnet: 'not an address' } } });
  });

  it('C13: sets may be written in any order, lists may not', () => {
    expect(
      isSame(
        'Switch',
        { vlanNamespaces: ['b', 'a'], groups: ['y', 'x'] },
        { vlanNamespaces: ['a', 'b'], groups: ['x', 'y'] },
      ),
    ).toBe(true);
    expect(
      isSame(
        'VLANNamespace',
        { ranges: [{ from: 9 }, { from: 10, to: 20 }] },
        {
          ranges: [
            { from: 10, to: 20 },
            { from: 9, to: 9 },
          ],
        },
      ),
    ).toBe(true);
    expect(
      isSame(
        'VPC',
        {
          staticRoutes: [{ prefix: '10.1.0.0/16' }, { prefix: '10.2.0.0/16' }],
        },
        {
          staticRoutes: [{ prefix: '10.2.0.0/16' }, { prefix: '10.1.0.0/16' }],
        },
      ),
    ).toBe(false);
  });

  it('leaves out port locators, which depend on the clock', () => {
    expect(isSame('Switch', { portLocators: { '*': '1h' } }, {})).toBe(true);
  });

  it('keeps fields that this release does not know, so that they count', () => {
    expect(
      isSame(
        'VPC',
        { topology: { fabric: 'a' } },
        { topology: { fabric: 'b' } },
      ),
    ).toBe(false);
    expect(isSame('VPC', { topology: {} }, {})).toBe(true);
  });

  it('keeps objects of other kinds whole', () => {
    const map = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'a', uid: 'u' },
      data: { a: '' },
    };
    expect(canonicalize(map)).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'a' },
      data: { a: '' },
    });
  });

  it('a broken spec is kept, and is never equal to a sound one', () => {
    const broken = {
      ...build('VPC', 'a'),
      spec: 'oops',
    } as unknown as KubernetesObject;
    expect(
      compareCanonical(
        canonicalize(broken),
        canonicalize(build('VPC', 'a', {})),
      ).state,
    ).toBe('drifted');
  });
});

describe('hashOf', () => {
  it('is stable across runs and machines', () => {
    expect(
      hashOf(canonicalize(build('Server', 'a', { description: 'x' }))),
    ).toBe(
      hashOf({
        kind: 'Server',
        apiVersion: 'wiring.githedgehog.com/v1beta1',
        spec: { description: 'x' },
        metadata: { namespace: 'default', name: 'a' },
      }),
    );
    expect(hashOf({ b: [1, '1', true, null], a: {} })).toMatch(
      /^[0-9a-f]{14}$/,
    );
  });

  it('tells types, places and borders apart', () => {
    const values: unknown[] = [
      1,
      '1',
      true,
      'true',
      null,
      'null',
      [],
      {},
      [[]],
      ['ab', 'c'],
      ['a', 'bc'],
      { a: { b: 1 } },
      { a: 1, b: 1 },
      [1, 2],
      [2, 1],
      '',
    ];
    expect(new Set(values.map(hashOf)).size).toBe(values.length);
  });
});
