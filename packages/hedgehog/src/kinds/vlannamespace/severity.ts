import { bothSides } from '../../model/shown';
import { KindRule } from '../Kind';
import { whenDiffers, whenMissing, whenOrphaned } from '../severityRule';

export const vlanNamespaceSeverity: readonly KindRule[] = [
  whenMissing(
    'vlanNamespace.missing',
    'warning',
    'A VLAN namespace is not in the cluster: VPCs and switches in it are refused.',
    ({ name }) =>
      `VLANNamespace ${name} is not in the cluster: VPCs and switches in it are refused.`,
  ),
  whenOrphaned(
    'vlanNamespace.orphan',
    'info',
    'A VLAN namespace is in the cluster and not in git.',
    ({ name }) => `VLANNamespace ${name} is in the cluster and not in git.`,
  ),
  whenDiffers(
    'vlanNamespace.ranges',
    'spec.ranges',
    'warning',
    'The ranges of a VLAN namespace differ: VLANs outside them are refused.',
    context =>
      `The ranges of VLANNamespace ${context.name} are ${bothSides(
        context,
      )}: VLANs outside them are refused.`,
  ),
];
