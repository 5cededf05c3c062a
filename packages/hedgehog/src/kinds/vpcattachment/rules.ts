import { at, isMap, listOf, mapOf, textOf } from '../../model/json';
import { parsePrefix } from '../../schema/ipv4';
import { firstOwners } from '../conflicts';
import { endsOf } from '../connection/endsOf';
import { typesOf } from '../connection/links';
import { FabricView } from '../FabricView';
import { isSince } from '../releaseOrder';
import { exampleProfile } from '../switch/exampleProfile';
import { KindValidationRule, Subject } from '../ValidationRule';

const p2pLink = 'fabric.githedgehog.com/p2p-link';
const first = 'VPCAttachment server-01--vpc-1';

type Parts = ReturnType<typeof findParts>;

let latest: { subject: Subject; fabric: FabricView; parts: Parts } | undefined;

/** The parts that an attachment names, as far as they are at hand; found once for its rules, which ask in a row. */
function partsOf(subject: Subject, fabric: FabricView): Parts {
  if (latest?.subject !== subject || latest.fabric !== fabric)
    latest = { subject, fabric, parts: findParts(subject, fabric) };
  return latest.parts;
}

function findParts({ spec }: Subject, fabric: FabricView) {
  const [vpcName, subnetName] = (textOf(spec.subnet) ?? '').split('/');
  const vpc = fabric.get('VPC', vpcName);
  const subnet = mapOf(at(vpc?.spec, 'subnets', subnetName));
  const connection = fabric.get('Connection', spec.connection);
  const types: readonly string[] = connection ? typesOf(connection.spec) : [];
  const switches = connection ? switchesOf(connection) : [];
  const type = types[0];
  return { vpcName, subnetName, vpc, subnet, connection, type, switches };
}

function switchesOf(connection: Subject): string[] {
  const switches: string[] = [];
  for (const { side, device } of endsOf(connection.spec)) {
    if (side === 'switch' && !switches.includes(device)) switches.push(device);
  }
  return switches;
}

const attachedFirst = firstOwners('VPCAttachment', ({ spec }) => [
  `${textOf(spec.subnet)} ${textOf(spec.connection)}`,
]);
const untaggedFirst = firstOwners('VPCAttachment', ({ spec }) =>
  spec.nativeVLAN === true ? [`${textOf(spec.connection)}`] : [],
);

export const vpcAttachmentRules: readonly KindValidationRule[] = [
  {
    id: 'vpcAttachment.subnet',
    severity: 'critical',
    sentence: 'An attachment names a subnet that its VPC has.',
    checkIn(subject, fabric, say) {
      const { vpc, vpcName, subnetName, subnet } = partsOf(subject, fabric);
      if (!vpc || subnet) return;
      say(
        ['spec', 'subnet'],
        `VPC ${vpcName} has no subnet ${subnetName}.`,
        `Name one of ${Object.keys(mapOf(vpc.spec.subnets) ?? {}).join(', ')}.`,
      );
    },
    accepts: { [`${first} spec.subnet`]: 'vpc-1/backup' },
    refuses: { [`${first} spec.subnet`]: 'vpc-1/storage' },
  },
  {
    id: 'vpcAttachment.connectionType',
    severity: 'critical',
    sentence:
      'Only connections to servers (unbundled, bundled, eslag) can be attached to a VPC.',
    checkIn(subject, fabric, say) {
      const { type } = partsOf(subject, fabric);
      const allowed = ['unbundled', 'bundled', 'eslag'];
      if (!isSince(fabric.release, '26.03')) allowed.push('mclag');
      if (type === undefined || allowed.includes(type)) return;
      say(
        ['spec', 'connection'],
        `The connection ${subject.spec.connection} is of type ${type}.`,
        `Name a connection of type ${allowed.join(', ')}.`,
      );
    },
    accepts: { [`${first} spec.connection`]: 'server-02--bundled--leaf-02' },
    refuses: { [`${first} spec.connection`]: 'leaf-01--external' },
  },
  {
    id: 'vpcAttachment.mode',
    severity: 'critical',
    sentence: 'An eslag connection can only be attached to a VPC in L2 mode.',
    checkIn(subject, fabric, say) {
      const { vpc, vpcName, type } = partsOf(subject, fabric);
      if (type !== 'eslag' || !textOf(vpc?.spec.mode)) return;
      say(
        ['spec', 'connection'],
        `VPC ${vpcName} is in mode ${vpc?.spec.mode}, which eslag connections do not support.`,
        'Use an unbundled or bundled connection, or a VPC without mode.',
      );
    },
    accepts: { 'VPC vpc-2 spec.mode': 'l3vni' },
    refuses: { 'VPC vpc-1 spec.mode': 'l3vni' },
  },
  {
    id: 'vpcAttachment.hostBGP',
    severity: 'critical',
    since: '26.01',
    sentence:
      'A subnet whose hosts speak BGP is attached to unbundled connections only, and never untagged.',
    checkIn(subject, fabric, say) {
      const { subnet, type } = partsOf(subject, fabric);
      if (subnet?.hostBGP !== true) return;
      if (type !== undefined && type !== 'unbundled')
        say(
          ['spec', 'connection'],
          `Hosts of ${subject.spec.subnet} speak BGP, but the connection is of type ${type}.`,
          'Use an unbundled connection.',
        );
      if (subject.spec.nativeVLAN === true)
        say(
          ['spec', 'nativeVLAN'],
          `Hosts of ${subject.spec.subnet} speak BGP, so it cannot be untagged.`,
          'Remove nativeVLAN.',
        );
    },
    accepts: {
      'VPC vpc-2 spec.subnets.default': {
        subnet: '10.0.2.0/24',
        hostBGP: true,
      },
    },
    refuses: {
      'VPC vpc-1 spec.subnets.default': {
        subnet: '10.0.1.0/24',
        hostBGP: true,
      },
    },
  },
  {
    id: 'vpcAttachment.vlanNamespace',
    severity: 'critical',
    sentence:
      "Every switch of the connection carries the VPC's VLAN namespace.",
    checkIn(subject, fabric, say) {
      const { vpc, vpcName, switches } = partsOf(subject, fabric);
      if (!vpc) return;
      const namespace = vpc.spec.vlanNamespace;
      for (const name of switches) {
        const device = fabric.get('Switch', name);
        if (device && !listOf(device.spec.vlanNamespaces).includes(namespace))
          say(
            ['spec', 'connection'],
            `Switch ${name} does not carry the VLAN namespace ${namespace} of VPC ${vpcName}.`,
            `Add it to vlanNamespaces of Switch ${name}.`,
          );
      }
    },
    accepts: {
      'VLANNamespace other': { ranges: [{ from: 100, to: 199 }] },
      'Switch leaf-01 spec.vlanNamespaces': ['default', 'other'],
      'VPC vpc-2 spec.vlanNamespace': 'other',
      'VPC vpc-2 spec.subnets.default.vlan': 100,
      'VPCPeering vpc-1--vpc-2': undefined,
    },
    refuses: {
      'VLANNamespace other': { ranges: [{ from: 100, to: 199 }] },
      'VPC vpc-2 spec.vlanNamespace': 'other',
      'VPC vpc-2 spec.subnets.default.vlan': 100,
      'VPCPeering vpc-1--vpc-2': undefined,
    },
  },
  {
    id: 'vpcAttachment.profile',
    severity: 'critical',
    sentence:
      "The models of the connection's switches support the mode of the VPC.",
    checkIn(subject, fabric, say) {
      const { vpc, vpcName, switches } = partsOf(subject, fabric);
      if (!vpc) return;
      const feature = vpc.spec.mode === 'l3vni' ? 'l3vni' : 'l2vni';
      for (const name of switches) {
        const profile = fabric.profileOf(name);
        if (profile && !profile.has(feature))
          say(
            ['spec', 'connection'],
            `The model of Switch ${name} does not support ${feature}, which VPC ${vpcName} needs.`,
          );
      }
    },
    given: {
      profiles: { small: exampleProfile({ l3vni: true, l2vni: false }) },
    },
    accepts: {
      'Switch leaf-01 spec.profile': 'small',
      'VPC vpc-2 spec.mode': 'l3vni',
      [first]: undefined,
    },
    refuses: { 'Switch leaf-01 spec.profile': 'small', [first]: undefined },
  },
  {
    id: 'vpcAttachment.twice',
    severity: 'critical',
    sentence: 'A subnet is attached to a connection once.',
    checkIn({ name, spec }, fabric, say) {
      const other = attachedFirst(fabric)(
        `${textOf(spec.subnet)} ${textOf(spec.connection)}`,
        name,
      );
      if (other)
        say(
          ['spec', 'subnet'],
          `${spec.subnet} is attached to ${spec.connection} by ${other} already.`,
          'Keep one of the two.',
        );
    },
    accepts: {
      'VPCAttachment third': {
        subnet: 'vpc-1/backup',
        connection: 'server-01--eslag--leaf-01--leaf-02',
      },
    },
    refuses: {
      'VPCAttachment third': {
        subnet: 'vpc-1/default',
        connection: 'server-01--eslag--leaf-01--leaf-02',
      },
    },
  },
  {
    id: 'vpcAttachment.nativeVLAN',
    severity: 'critical',
    sentence: 'A connection carries one subnet untagged at most.',
    checkIn({ name, spec }, fabric, say) {
      if (spec.nativeVLAN !== true) return;
      const other = untaggedFirst(fabric)(`${textOf(spec.connection)}`, name);
      if (other)
        say(
          ['spec', 'nativeVLAN'],
          `${other} carries a subnet untagged on ${spec.connection} already.`,
          'Tag one of the two.',
        );
    },
    accepts: { [`${first} spec.nativeVLAN`]: true },
    refuses: {
      [`${first} spec.nativeVLAN`]: true,
      'VPCAttachment third': {
        subnet: 'vpc-1/backup',
        connection: 'server-01--eslag--leaf-01--leaf-02',
        nativeVLAN: true,
      },
    },
  },
  {
    id: 'vpcAttachment.p2pLink',
    severity: 'critical',
    sentence: `The annotation ${p2pLink} is an IPv4 /31.`,
    check({ object }, say) {
      const { annotations } = object.metadata;
      const link: unknown = isMap(annotations)
        ? annotations[p2pLink]
        : undefined;
      if (link === undefined) return;
      if (typeof link !== 'string' || parsePrefix(link)?.length !== 31)
        say(
          ['metadata', 'annotations', p2pLink],
          `The annotation ${p2pLink} must be an IPv4 /31, such as 10.0.0.0/31.`,
        );
    },
    accepts: {
      [`${first} metadata.annotations`]: { [p2pLink]: '10.0.0.0/31' },
    },
    refuses: {
      [`${first} metadata.annotations`]: { [p2pLink]: '10.0.0.0/30' },
    },
  },
];
