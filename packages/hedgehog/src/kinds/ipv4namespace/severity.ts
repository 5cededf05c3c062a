import { bothSides } from '../../model/shown';
import { KindRule } from '../Kind';
import { whenDiffers, whenMissing, whenOrphaned } from '../severityRule';

export const ipv4NamespaceSeverity: readonly KindRule[] = [
  whenMissing(
    'ipv4Namespace.missing',
    'warning',
    'An IPv4 namespace is not in the cluster: VPCs and externals in it are refused.',
    ({ name }) =>
      `IPv4Namespace ${name} is not in the cluster: VPCs and externals in it are refused.`,
  ),
  whenOrphaned(
    'ipv4Namespace.orphan',
    'info',
    'An IPv4 namespace is in the cluster and not in git.',
    ({ name }) => `IPv4Namespace ${name} is in the cluster and not in git.`,
  ),
  whenDiffers(
    'ipv4Namespace.subnets',
    'spec.subnets',
    'warning',
    'The networks of an IPv4 namespace differ: subnets outside them are refused.',
    context =>
      `The networks of IPv4Namespace ${context.name} are ${bothSides(
        context,
      )}: VPC subnets outside them are refused.`,
  ),
];
