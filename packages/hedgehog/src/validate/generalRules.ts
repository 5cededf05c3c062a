import { ValidationRule } from '../kinds/ValidationRule';

const vpc = 'VPC vpc-1';
const server = 'Server server-01';
const connection = 'Connection server-02--unbundled--leaf-01 spec.unbundled';
const agent = {
  apiVersion: 'agent.githedgehog.com/v1beta1',
  kind: 'Agent',
  metadata: { name: 'leaf-01' },
};
const withVersion = (apiVersion: string, kind: string) => ({
  '+': [{ apiVersion, kind, metadata: { name: 'x' }, spec: {} }],
});
const relay = (to: string) => ({ relay: '10.99.0.1/32', relayVPC: to });

function rule(
  id: string,
  sentence: string,
  examples: Pick<ValidationRule, 'accepts' | 'refuses'> &
    Partial<ValidationRule>,
): ValidationRule {
  return { id, kinds: [], severity: 'critical', sentence, ...examples };
}

/** Rules for objects of every kind. Those that are no more than a walk through the shape are in `ShapeCheck`. */
export const generalRules: readonly ValidationRule[] = [
  rule(
    'object.name',
    'A name is a Kubernetes name: lower-case letters, digits, - and ., at most 253 characters.',
    {
      accepts: { 'Server a.b-1': {} },
      refuses: { 'Server A_1': {} },
    },
  ),
  rule(
    'object.nameLength',
    'Names of VPCs, externals and IPv4 namespaces have at most 11 characters.',
    {
      kinds: ['VPC', 'External', 'IPv4Namespace'],
      accepts: { 'External default-58': { ipv4Namespace: 'default' } },
      refuses: { 'External default--5835': { ipv4Namespace: 'default' } },
    },
  ),
  rule('object.namespace', 'Objects are in the namespace default.', {
    accepts: { [`${server} metadata.namespace`]: 'default' },
    refuses: { [`${server} metadata.namespace`]: 'fab' },
  }),
  rule(
    'object.annotationSize',
    'All annotations of an object together have at most 256 KiB.',
    {
      accepts: { [`${server} metadata.annotations`]: { a: 'x' } },
      refuses: {
        [`${server} metadata.annotations`]: { a: 'x'.repeat(262_145) },
      },
    },
  ),
  rule(
    'object.serverFields',
    'What only a cluster writes (uid, status, …) is not in git; it is ignored.',
    {
      severity: 'warning',
      accepts: { [`${server} status`]: {} },
      refuses: { [`${server} metadata.uid`]: 'u' },
    },
  ),
  rule('object.size', 'An object has at most 1 MiB.', {
    accepts: { [`${server} spec.description`]: 'x'.repeat(1_000_000) },
    refuses: { [`${server} spec.description`]: 'x'.repeat(1_048_576) },
  }),
  rule(
    'object.ignoredTexts',
    'Labels and annotations that the fabric computes, and those that kubectl and other tools leave, are not in git; they are ignored.',
    {
      severity: 'warning',
      accepts: { [`${server} metadata.labels`]: { team: 'a' } },
      refuses: {
        [`${server} metadata.labels`]: { 'fabric.githedgehog.com/vpc': 'a' },
      },
    },
  ),
  rule(
    'object.unhydrated',
    'Addresses and AS numbers that the installer fills in are there; without them the cluster refuses the object.',
    {
      kinds: ['Switch', 'Connection', 'Gateway'],
      severity: 'warning',
      accepts: {},
      refuses: { 'Switch leaf-01 spec.asn': undefined },
    },
  ),
  rule(
    'object.kind',
    'Objects of Hedgehog are of a kind that Hedgehog has; names that are nearly one are typing errors.',
    {
      accepts: withVersion('apps/v1', 'Deployment'),
      refuses: withVersion('vpc.githedgehog.com/v1beta1', 'VPCAttachement'),
    },
  ),
  rule('object.apiVersion', 'Objects have the apiVersion of their kind.', {
    accepts: {},
    refuses: withVersion('vpc.githedgehog.com/v1alpha2', 'VPC'),
  }),
  rule(
    'object.controllerKind',
    'Objects that Hedgehog writes itself are not managed.',
    {
      severity: 'info',
      accepts: {},
      refuses: { '+': [agent] },
    },
  ),
  rule('object.duplicate', 'An object is written once.', {
    accepts: {},
    refuses: {
      '+': [
        {
          apiVersion: 'wiring.githedgehog.com/v1beta1',
          kind: 'Server',
          metadata: { name: 'server-01' },
        },
      ],
    },
  }),
  rule('field.unknown', 'Fields are ones that the kind has.', {
    accepts: {},
    refuses: { [`${vpc} spec.subnets.default.vlann`]: 5 },
  }),
  rule(
    'field.required',
    'Required fields are there once defaults are filled in.',
    {
      accepts: { [`${vpc} spec.ipv4Namespace`]: undefined },
      refuses: { 'VPCAttachment server-01--vpc-1 spec.connection': undefined },
    },
  ),
  rule('field.type', 'Values are of the type of their field.', {
    accepts: {},
    refuses: { [`${server} spec.description`]: 5 },
  }),
  rule('field.value', 'Values are among those that the field may have.', {
    accepts: { 'Switch leaf-01 spec.role': 'mixed-leaf' },
    refuses: { 'Switch leaf-01 spec.role': 'server-laef' },
  }),
  rule(
    'field.format',
    'Addresses, networks, MACs, durations, names and ports are written in their form.',
    {
      accepts: { [`${vpc} spec.subnets.default.gateway`]: '10.0.1.2' },
      refuses: { [`${vpc} spec.subnets.default.gateway`]: '10.0.1' },
    },
  ),
  rule('field.range', 'Numbers are within the bounds of their field.', {
    accepts: { [`${connection}.mtu`]: 9036 },
    refuses: { [`${connection}.mtu`]: 9100 },
  }),
  rule(
    'field.count',
    'Lists and maps have as many entries as their field allows.',
    {
      accepts: {
        'IPv4Namespace default spec.subnets': Array.from(
          { length: 10 },
          (_, i) => `10.${i}.0.0/16`,
        ),
      },
      refuses: {
        'IPv4Namespace default spec.subnets': Array.from(
          { length: 11 },
          (_, i) => `10.${i}.0.0/16`,
        ),
      },
    },
  ),
  rule(
    'field.duplicateKey',
    'No two keys of a map mean the same, such as one MAC address in two forms.',
    {
      accepts: {},
      refuses: {
        [`${vpc} spec.subnets.default.dhcp.static`]: {
          'aa:bb:cc:dd:ee:ff': { ip: '10.0.1.200' },
          'AA:BB:CC:DD:EE:FF': { ip: '10.0.1.201' },
        },
      },
    },
  ),
  rule(
    'reference.missing',
    'What an object names is there. A `warning` while not everything is at hand.',
    {
      given: { isComplete: true },
      accepts: {},
      refuses: {
        'ExternalPeering vpc-1--ext-1 spec.permit.external.name': 'ext-9',
      },
    },
  ),
  rule(
    'reference.cycle',
    'Objects do not refer to each other in a circle, or none could be created first.',
    {
      severity: 'warning',
      accepts: { [`${vpc} spec.subnets.backup.dhcp`]: relay('vpc-2') },
      refuses: {
        [`${vpc} spec.subnets.backup.dhcp`]: relay('vpc-2'),
        'VPC vpc-2 spec.subnets.default.dhcp': relay('vpc-1'),
      },
    },
  ),
  rule('release.field', 'The release of the fabric has the field.', {
    given: { release: '25.05' },
    accepts: forRelease2505(),
    refuses: {
      ...forRelease2505(),
      [`${vpc} spec.subnets.backup.hostBGP`]: true,
    },
  }),
  rule('release.kind', 'The release of the fabric has the kind.', {
    given: { release: '25.05' },
    accepts: forRelease2505(),
    refuses: { ...forRelease2505(), 'GatewayGroup gw-group': {} },
  }),
  rule(
    'reference.unchecked',
    'Says which references were not checked, as no object of the kind is at hand.',
    {
      severity: 'info',
      accepts: {},
      refuses: {
        'Server server-01': undefined,
        'Server server-02': undefined,
      },
    },
  ),
  rule(
    'switchProfile.unchecked',
    'Says that switches were not checked against their models, as these are not at hand.',
    {
      kinds: ['Switch'],
      severity: 'info',
      given: { profiles: { vs: everyPort() } },
      accepts: {},
      refuses: { 'Switch leaf-01 spec.profile': 'unknown-model' },
    },
  ),
  rule(
    'gatewayPeering.unchecked',
    'Says that the check which gateways do themselves was not done.',
    {
      kinds: ['GatewayPeering'],
      severity: 'info',
      accepts: { 'GatewayPeering vpc-2--ext-1': undefined },
      refuses: {},
    },
  ),
];

/** The example fabric without what came after 25.05. */
function forRelease2505() {
  return {
    'GatewayPeering vpc-2--ext-1': undefined,
    'Gateway gateway-1': undefined,
    'GatewayGroup gw-group': undefined,
    'Connection spine-01--gateway--gateway-1': undefined,
    'External ext-2': undefined,
    'ExternalAttachment leaf-02--ext-2': undefined,
  };
}

/** A switch model that can do all that the example fabric asks. */
function everyPort() {
  return {
    features: { eslag: true, l2vni: true, l3vni: true },
    ports: Object.fromEntries(
      Array.from({ length: 32 }, (_, index) => [`E1/${index + 1}`, {}]),
    ),
  };
}
