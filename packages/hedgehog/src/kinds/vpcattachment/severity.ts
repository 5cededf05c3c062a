import { at } from '../../model/json';
import { bothSides } from '../../model/shown';
import { KindRule } from '../Kind';
import { whenDiffers, whenMissing, whenOrphaned } from '../severityRule';

const subnetIn = (object: unknown) =>
  String(at(object, 'spec', 'subnet') ?? '?');
const vpcIn = (object: unknown) => subnetIn(object).split('/')[0];
const connectionIn = (object: unknown) =>
  String(at(object, 'spec', 'connection') ?? '?');

export const vpcAttachmentSeverity: readonly KindRule[] = [
  whenMissing(
    'vpcAttachment.missing',
    'critical',
    'An attachment is not in the cluster: servers on its connection lose the VPC.',
    ({ name, desired }) =>
      `VPCAttachment ${name} is not in the cluster: servers on ${connectionIn(
        desired,
      )} lose VPC ${vpcIn(desired)} (subnet ${subnetIn(desired)}).`,
  ),
  whenOrphaned(
    'vpcAttachment.orphan',
    'warning',
    'An attachment is in the cluster and not in git: servers are in a VPC that git does not give them.',
    ({ name, live }) =>
      `VPCAttachment ${name} is in the cluster and not in git: servers on ${connectionIn(
        live,
      )} are in VPC ${vpcIn(live)} although git does not say so.`,
  ),
  whenDiffers(
    'vpcAttachment.subnet',
    'spec.subnet',
    'critical',
    'The subnet differs: servers are in another subnet than git says.',
    context =>
      `VPCAttachment ${context.name} puts servers on ${connectionIn(
        context.liveObject,
      )} into ${bothSides(context)}.`,
  ),
  whenDiffers(
    'vpcAttachment.connection',
    'spec.connection',
    'critical',
    'The connection differs: other servers are in the VPC than git says.',
    context =>
      `VPCAttachment ${context.name} to ${subnetIn(
        context.desiredObject,
      )} uses connection ${bothSides(context)}: servers on ${String(
        context.desired ?? '?',
      )} lose VPC ${vpcIn(context.desiredObject)}.`,
  ),
  whenDiffers(
    'vpcAttachment.nativeVLAN',
    'spec.nativeVLAN',
    'critical',
    'Tagging differs: servers and switch ports do not understand each other.',
    context =>
      `Untagged traffic for VPCAttachment ${context.name} is ${bothSides(
        context,
      )}: servers on ${connectionIn(context.desiredObject)} lose VPC ${vpcIn(
        context.desiredObject,
      )}.`,
  ),
  whenDiffers(
    'vpcAttachment.p2pLink',
    'metadata.annotations["fabric.githedgehog.com/p2p-link"]',
    'critical',
    'The point-to-point addresses of an attachment differ.',
    context =>
      `The point-to-point link of VPCAttachment ${context.name} is ${bothSides(
        context,
      )}: routing with servers on ${connectionIn(
        context.desiredObject,
      )} fails.`,
  ),
];
