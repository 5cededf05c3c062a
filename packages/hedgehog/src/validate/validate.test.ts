import {
  Diagnostic,
  KubernetesObject,
  readYaml,
  SourcedObject,
  validateFabric,
  validateObject,
} from '..';
import { build, smallFabric } from '../__testUtils__/build';

type Spec = Record<string, unknown>;
const said = (diagnostics: Diagnostic[]) =>
  diagnostics.map(
    ({ severity, rule, path }) =>
      `${severity} ${rule}${path ? ` ${path}` : ''}`,
  );
const check = (kind: string, spec: unknown, metadata = {}) =>
  validateObject(build(kind, 'x', spec as Spec, metadata));
const subnet = (rest: Spec): Spec => ({
  subnets: { a: { subnet: '10.0.1.0/24', vlan: 1001, ...rest } },
});

describe('validateObject', () => {
  it.each(
    smallFabric().map(
      object => [`${object.kind} ${object.metadata.name}`, object] as const,
    ),
  )('%s is sound', (_, object) => {
    expect(validateObject(object)).toEqual([]);
  });

  describe('C1: unknown fields', () => {
    it.each<[string, string, Spec, string, string | undefined]>([
      [
        'wrong case',
        'VPC',
        { ipv4namespace: 'default', ...subnet({}) },
        'spec.ipv4namespace',
        'Did you mean ipv4Namespace?',
      ],
      [
        'typing error',
        'VPC',
        subnet({ vlann: 1 }),
        'spec.subnets.a.vlann',
        'Did you mean vlan?',
      ],
      [
        'typing error deep in a list',
        'Connection',
        {
          unbundled: {
            link: {
              server: { port: 'a/b', prot: 'x' },
              switch: { port: 'l/E1/1' },
            },
          },
        },
        'spec.unbundled.link.server.prot',
        'Did you mean port?',
      ],
      ['something else', 'Server', { colour: 'red' }, 'spec.colour', undefined],
      [
        'course notes: split subnet',
        'VPCAttachment',
        { vpc: 'vpc-1', subnet: 'default/x', connection: 'c' },
        'spec.vpc',
        undefined,
      ],
    ])('%s → error with path and suggestion', (_, kind, spec, path, hint) => {
      const diagnostics = check(kind, spec);
      expect(diagnostics).toMatchObject([
        { rule: 'field.unknown', severity: 'critical', path, kind, name: 'x' },
      ]);
      expect(diagnostics[0].hint).toBe(hint);
    });

    it('a field beside spec', () => {
      const object = { ...build('Server', 'x', {}), Spec: {} };
      expect(validateObject(object)).toMatchObject([
        { rule: 'field.unknown', path: 'Spec', hint: 'Did you mean spec?' },
      ]);
    });

    it('a kind that is nearly one of ours, and a wrong version', () => {
      const kind = (apiVersion: string, name: string): KubernetesObject => ({
        apiVersion,
        kind: name,
        metadata: { name: 'x' },
      });
      expect(
        validateObject(kind('vpc.githedgehog.com/v1beta1', 'VPCAttachement')),
      ).toMatchObject([
        {
          rule: 'object.kind',
          severity: 'critical',
          hint: 'Did you mean VPCAttachment?',
        },
      ]);
      expect(
        validateObject(kind('vpc.githedgehog.com/v1beta1', 'VPCInterconnect')),
      ).toMatchObject([{ rule: 'object.kind', severity: 'warning' }]);
      expect(
        validateObject(kind('vpc.githedgehog.com/v1alpha2', 'VPC')),
      ).toMatchObject([
        {
          rule: 'object.apiVersion',
          severity: 'critical',
          hint: 'Write vpc.githedgehog.com/v1beta1.',
        },
      ]);
      expect(
        validateObject(kind('agent.githedgehog.com/v1beta1', 'Agent')),
      ).toMatchObject([{ rule: 'object.controllerKind', severity: 'info' }]);
      expect(
        validateObject(kind('gateway.networking.k8s.io/v1', 'Gateway')),
      ).toEqual([]);
      expect(validateObject(kind('v1', 'ConfigMap'))).toEqual([]);
    });
  });

  describe('C2: types, values, formats, ranges, required fields', () => {
    it.each<[string, string, unknown, string]>([
      [
        'text in place of a number',
        'VPC',
        subnet({ vlan: '1001' }),
        'critical field.type spec.subnets.a.vlan',
      ],
      [
        'number in place of a text',
        'Server',
        { description: 5 },
        'critical field.type spec.description',
      ],
      [
        'fraction',
        'VPC',
        subnet({ vlan: 1.5 }),
        'critical field.type spec.subnets.a.vlan',
      ],
      [
        'text in place of a flag',
        'VPC',
        subnet({ isolated: 'yes' }),
        'critical field.type spec.subnets.a.isolated',
      ],
      [
        'map in place of a list',
        'IPv4Namespace',
        { subnets: { a: 1 } },
        'critical field.type spec.subnets',
      ],
      [
        'list in place of a map',
        'VPC',
        { subnets: [{}] },
        'critical field.type spec.subnets',
      ],
      [
        'text in place of a group',
        'Switch',
        {
          role: 'spine',
          profile: 'vs',
          asn: 1,
          ip: '10.0.0.1/24',
          protocolIP: '10.0.0.1/32',
          boot: 'x',
        },
        'critical field.type spec.boot',
      ],
      [
        'unknown value',
        'Switch',
        {
          role: 'leaf',
          profile: 'vs',
          asn: 1,
          ip: '10.0.0.1/24',
          protocolIP: '10.0.0.1/32',
          vtepIP: '10.0.0.2/32',
        },
        'critical field.value spec.role',
      ],
      [
        'not an address',
        'VPC',
        subnet({ gateway: '10.0.1' }),
        'critical field.format spec.subnets.a.gateway',
      ],
      [
        'not a prefix',
        'IPv4Namespace',
        { subnets: ['10.0.0.0'] },
        'critical field.format spec.subnets[0]',
      ],
      [
        'not a MAC',
        'VPC',
        subnet({ dhcp: { static: { 'zz:zz': { ip: '10.0.1.5' } } } }),
        'critical field.format spec.subnets.a.dhcp.static["zz:zz"]',
      ],
      [
        'the same MAC twice',
        'VPC',
        subnet({
          dhcp: {
            static: {
              'aa:bb:cc:dd:ee:ff': { ip: '10.0.1.5' },
              'AA:BB:CC:DD:EE:FF': { ip: '10.0.1.6' },
            },
          },
        }),
        'critical field.duplicateKey spec.subnets.a.dhcp.static["AA:BB:CC:DD:EE:FF"]',
      ],
      [
        'not a community',
        'External',
        { inboundCommunity: '65536:1' },
        'critical field.format spec.inboundCommunity',
      ],
      [
        'not a port',
        'Connection',
        { external: { link: { switch: { port: 'leaf-01' } } } },
        'critical field.format spec.external.link.switch.port',
      ],
      [
        'VLAN out of range',
        'VPC',
        subnet({ vlan: 4095 }),
        'critical field.range spec.subnets.a.vlan',
      ],
      [
        'MTU out of range',
        'Connection',
        {
          unbundled: {
            mtu: 9100,
            link: { server: { port: 'a/b' }, switch: { port: 'l/E1/1' } },
          },
        },
        'critical field.range spec.unbundled.mtu',
      ],
      [
        'too many',
        'IPv4Namespace',
        { subnets: Array.from({ length: 11 }, (_, i) => `10.${i}.0.0/16`) },
        'critical field.count spec.subnets',
      ],
      [
        'too few',
        'VPCPeering',
        { permit: [{ a: {} }] },
        'critical field.count spec.permit[0]',
      ],
      [
        'no subnets',
        'VPC',
        { mode: 'l3vni' },
        'critical field.required spec.subnets',
      ],
      [
        'no connection',
        'VPCAttachment',
        { subnet: 'vpc-1' },
        'critical field.required spec.connection',
      ],
      ['no spec', 'VPC', undefined, 'critical field.required spec'],
      ['empty spec', 'VPC', {}, 'critical field.required spec'],
      ['spec that is no map', 'VPC', 'oops', 'critical field.type spec'],
      [
        'no address of a fixed host',
        'VPC',
        subnet({ dhcp: { static: { 'aa:bb:cc:dd:ee:ff': {} } } }),
        'critical field.required spec.subnets.a.dhcp.static["aa:bb:cc:dd:ee:ff"].ip',
      ],
      [
        'empty name in a reference',
        'ExternalPeering',
        { permit: { vpc: { name: '' }, external: { name: 'e' } } },
        'critical field.required spec.permit.vpc.name',
      ],
    ])('%s → error', (_, kind, spec, expected) => {
      expect(said(check(kind, spec))).toContain(expected);
    });

    it('what defaulting fills in is not missed', () => {
      expect(
        check('ExternalAttachment', {
          external: 'e',
          connection: 'c',
          static: { remoteIP: '10.1.1.1', proxy: true },
        }),
      ).toEqual([]);
      expect(
        check(
          'VPC',
          subnet({ dhcp: { enable: true, options: { pxeURL: 'http://x' } } }),
        ),
      ).toEqual([]);
      expect(
        check('GatewayPeering', {
          peering: { a: {}, b: {} },
          acl: { rules: [{ from: 'a', action: 'deny' }] },
        }),
      ).toEqual([]);
    });

    it('null is the same as absent', () => {
      expect(
        check('VPCPeering', { permit: [{ a: null, b: null }], remote: null }),
      ).toEqual([]);
      expect(check('Server', { description: null })).toEqual([]);
    });

    it('says what would be right', () => {
      expect(check('VPC', subnet({ vlan: '1001' }))[0]).toMatchObject({
        hint: 'Take the quotes away.',
      });
      expect(check('Server', { description: 5 })[0]).toMatchObject({
        hint: 'Put it in quotes.',
      });
      expect(check('Switch', { role: 'spin' })[0]).toMatchObject({
        hint: 'Did you mean spine?',
      });
    });
  });

  describe('C4: names and metadata', () => {
    it.each(['Upper', '../x', '-a', 'a-', 'a..b', 'a_b', 'a'.repeat(254), ''])(
      'the name %j is refused',
      name => {
        expect(said(validateObject(build('Server', name, {})))).toEqual([
          'critical object.name metadata.name',
        ]);
      },
    );

    it.each(['VPC', 'External', 'IPv4Namespace'])(
      '%s: names longer than 11 characters are refused',
      kind => {
        const long = smallFabric().find(object => object.kind === kind)!;
        expect(
          said(
            validateObject({ ...long, metadata: { name: 'default--5835' } }),
          ),
        ).toEqual(['critical object.nameLength metadata.name']);
      },
    );

    it('a VPC named like an external is refused', () => {
      expect(said(validateObject(build('VPC', 'ext.a', subnet({}))))).toEqual([
        'critical vpc.name metadata.name',
      ]);
    });

    it.each<[Spec, string]>([
      [{ namespace: 'fab' }, 'critical object.namespace metadata.namespace'],
      [{ labels: { a: 1 } }, 'critical field.type metadata.labels.a'],
      [{ labels: ['a'] }, 'critical field.type metadata.labels'],
      [
        { annotations: { 'a.b/c': true } },
        'critical field.type metadata.annotations["a.b/c"]',
      ],
      [
        { annotations: { a: 'x'.repeat(300_000) } },
        'critical object.annotationSize metadata.annotations',
      ],
      [
        { uid: 'u', resourceVersion: '1' },
        'warning object.serverFields metadata.uid',
      ],
      [{ label: { a: 'b' } }, 'critical field.unknown metadata.label'],
    ])('metadata %#', (metadata, expected) => {
      expect(said(check('Server', {}, metadata))).toEqual([expected]);
    });

    it('C14: status in git is ignored with a warning, an empty one silently', () => {
      expect(
        said(validateObject({ ...build('Server', 'x', {}), status: { a: 1 } })),
      ).toEqual(['warning object.serverFields status']);
      expect(
        validateObject({ ...build('Server', 'x', {}), status: {} }),
      ).toEqual([]);
    });

    it('an object without metadata is told, not thrown', () => {
      expect(
        said(
          validateObject({ apiVersion: 'v1', kind: 'VPC' } as KubernetesObject),
        ),
      ).toEqual(['critical field.required metadata']);
    });
  });

  describe('what the webhook refuses about one object', () => {
    it.each<[string, string, Spec, string]>([
      [
        'gateway outside the subnet',
        'VPC',
        subnet({ gateway: '10.0.2.1' }),
        'critical vpc.gateway spec.subnets.a.gateway',
      ],
      [
        'subnet smaller than /30',
        'VPC',
        subnet({ subnet: '10.0.1.0/31' }),
        'critical vpc.subnet spec.subnets.a.subnet',
      ],
      [
        'no VLAN',
        'VPC',
        subnet({ vlan: 0 }),
        'critical vpc.vlan spec.subnets.a.vlan',
      ],
      [
        'one VLAN twice',
        'VPC',
        {
          subnets: {
            a: { subnet: '10.0.1.0/24', vlan: 5 },
            b: { subnet: '10.0.2.0/24', vlan: 5 },
          },
        },
        'critical vpc.vlan spec.subnets.b.vlan',
      ],
      [
        'range outside the subnet',
        'VPC',
        subnet({
          dhcp: { enable: true, range: { start: '10.0.1.5', end: '10.0.2.5' } },
        }),
        'critical vpc.dhcpRange spec.subnets.a.dhcp.range.end',
      ],
      [
        'range reversed',
        'VPC',
        subnet({
          dhcp: {
            enable: true,
            range: { start: '10.0.1.50', end: '10.0.1.5' },
          },
        }),
        'critical vpc.dhcpRange spec.subnets.a.dhcp.range',
      ],
      [
        'range from the network address',
        'VPC',
        subnet({ dhcp: { enable: true, range: { start: '10.0.1.0' } } }),
        'critical vpc.dhcpRange spec.subnets.a.dhcp.range.start',
      ],
      [
        'connection without type',
        'Connection',
        { unbundled: null, bundled: undefined },
        'critical connection.type spec',
      ],
      [
        'connection of two types',
        'Connection',
        {
          external: { link: { switch: { port: 'l/E1/1' } } },
          vpcLoopback: {
            links: [
              { switch1: { port: 'l/E1/2' }, switch2: { port: 'l/E1/3' } },
            ],
          },
        },
        'critical connection.type spec',
      ],
      [
        'one port twice',
        'Connection',
        {
          vpcLoopback: {
            links: [
              { switch1: { port: 'l/E1/2' }, switch2: { port: 'l/E1/2' } },
            ],
          },
        },
        'critical connection.port spec.vpcLoopback.links[0].switch2.port',
      ],
      [
        'MCLAG',
        'Connection',
        {
          mclag: {
            links: [
              { server: { port: 's/1' }, switch: { port: 'l/E1/1' } },
              { server: { port: 's/2' }, switch: { port: 'm/E1/1' } },
            ],
          },
        },
        'warning connection.mclag spec.mclag',
      ],
      [
        'VLAN range reversed',
        'VLANNamespace',
        { ranges: [{ from: 20, to: 10 }] },
        'critical vlanNamespace.range spec.ranges[0]',
      ],
      [
        'BGP attachment without neighbour',
        'ExternalAttachment',
        {
          external: 'e',
          connection: 'c',
          switch: { ip: '10.0.0.1/24' },
          neighbor: { ip: '10.0.0.2' },
        },
        'critical externalAttachment.bgp spec.neighbor.asn',
      ],
      [
        'static attachment with neighbour',
        'ExternalAttachment',
        {
          external: 'e',
          connection: 'c',
          neighbor: { asn: 1 },
          static: { remoteIP: '10.0.0.1', proxy: true },
        },
        'critical externalAttachment.static spec.neighbor',
      ],
      [
        'static attachment with neither ip nor proxy',
        'ExternalAttachment',
        { external: 'e', connection: 'c', static: { remoteIP: '10.0.0.1' } },
        'critical externalAttachment.static spec.static',
      ],
      [
        'port locators',
        'Switch',
        {
          role: 'spine',
          profile: 'vs',
          asn: 1,
          ip: '10.0.0.1/24',
          protocolIP: '10.0.0.1/32',
          portLocators: { '*': '1h' },
        },
        'warning switch.portLocators spec.portLocators',
      ],
      [
        'un-hydrated switch',
        'Switch',
        { role: 'spine', profile: 'vs' },
        'warning object.unhydrated spec',
      ],
    ])('%s', (_, kind, spec, expected) => {
      expect(said(check(kind, spec))).toEqual([expected]);
    });

    it('hosts with BGP need no VLAN', () => {
      expect(check('VPC', subnet({ vlan: undefined, hostBGP: true }))).toEqual(
        [],
      );
    });
  });
});

describe('validateFabric', () => {
  const sources = (objects: KubernetesObject[]): SourcedObject[] =>
    objects.map((object, index) => ({
      object,
      file: `f${index}.yaml`,
      line: index + 1,
    }));

  it('a sound fabric has nothing to say, also when it must be complete', () => {
    expect(
      said(validateFabric(sources(smallFabric()), { isComplete: true })),
    ).toEqual([
      'info switchProfile.unchecked',
      'info gatewayPeering.unchecked',
    ]);
  });

  it('C3: the same object in two files → conflict that names both', () => {
    const [first, second] = sources([
      build('Server', 'a', {}),
      build('Server', 'a', {}),
    ]);
    expect(validateFabric([first, second])).toMatchObject([
      {
        rule: 'object.duplicate',
        severity: 'critical',
        kind: 'Server',
        name: 'a',
        file: 'f1.yaml',
        line: 2,
        message: expect.stringContaining(
          'f0.yaml, line 1, and in f1.yaml, line 2',
        ),
      },
    ]);
  });

  it('C5: a reference that points nowhere → the referrer; how grave depends on what is known', () => {
    const attachment = build('VPCAttachment', 'a', {
      subnet: 'vpc-9/default',
      connection: 'c',
    });
    const vpc = build('VPC', 'vpc-1', {
      ipv4Namespace: 'i',
      vlanNamespace: 'v',
      subnets: { a: { subnet: '10.0.1.0/24', vlan: 5 } },
    });
    const missing = (isComplete?: boolean) =>
      validateFabric(sources([attachment, vpc]), { isComplete }).map(
        ({ severity, name, path, file, message }) =>
          name
            ? `${severity} ${name} ${path} ${file}`
            : `${severity} ${message}`,
      );
    expect(missing()).toEqual([
      'warning a spec.subnet f0.yaml',
      'info References to Connection objects were not checked (1): no Connection is here.',
      'info References to IPv4Namespace objects were not checked (1): no IPv4Namespace is here.',
      'info References to VLANNamespace objects were not checked (1): no VLANNamespace is here.',
    ]);
    expect(missing(true).every(text => text.startsWith('critical'))).toBe(true);
  });

  it('C5: switch profiles and the default gateway group are not looked for', () => {
    const gateway = {
      ...smallFabric().find(({ kind }) => kind === 'Gateway')!,
    };
    gateway.spec = { ...gateway.spec, groups: [{ name: 'default' }] };
    expect(validateFabric(sources([gateway]), { isComplete: true })).toEqual(
      [],
    );
  });

  it('C11: a circle of references is reported once', () => {
    const relay = (to: string) => ({
      subnets: {
        s: {
          subnet: `10.0.${to.charCodeAt(0)}.0/24`,
          vlan: to.charCodeAt(0),
          dhcp: { relay: '10.9.0.1/32', relayVPC: to },
        },
      },
      ipv4Namespace: '',
      vlanNamespace: '',
    });
    const diagnostics = validateFabric(
      sources([build('VPC', 'a', relay('b')), build('VPC', 'b', relay('a'))]),
    );
    expect(said(diagnostics)).toEqual(['warning reference.cycle']);
    expect(diagnostics[0]).toMatchObject({
      message: expect.stringContaining('VPC a, VPC b'),
      file: 'f0.yaml',
    });
  });

  it('C1: gives the line of the field, not only of the object', () => {
    const { objects } = readYaml(
      'apiVersion: vpc.githedgehog.com/v1beta1\nkind: VPC\nmetadata:\n  name: a\nspec:\n  subnets:\n    default:\n      subnet: 10.0.1.0/24\n      vlan: "1001"\n---\napiVersion: vpc.githedgehog.com/v1beta1\nkind: VPCPeering\nmetadata: {name: p}\nspec:\n  permit:\n  - a: {}\n    b:\n      subnet: [x]\n',
      { file: 'x.yaml' },
    );
    expect(
      validateFabric(objects).map(({ rule, line }) => `${rule} @${line}`),
    ).toEqual(['field.type @9', 'field.unknown @18', 'reference.missing @17']);
  });
});
