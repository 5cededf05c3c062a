import { at } from '../../model/json';
import { KindRule } from '../Kind';
import { fieldRules, whenMissing, whenOrphaned } from '../severityRule';

const sides = (object: unknown) =>
  `External ${String(
    at(object, 'spec', 'external') ?? '?',
  )} through connection ${String(at(object, 'spec', 'connection') ?? '?')}`;

export const externalAttachmentSeverity: readonly KindRule[] = [
  whenMissing(
    'externalAttachment.missing',
    'critical',
    'An external attachment is not in the cluster: the external is not reachable through its connection.',
    ({ name, desired }) =>
      `ExternalAttachment ${name} is not in the cluster: nothing reaches ${sides(
        desired,
      )}.`,
  ),
  whenOrphaned(
    'externalAttachment.orphan',
    'warning',
    'An external attachment is in the cluster and not in git.',
    ({ name, live }) =>
      `ExternalAttachment ${name} is in the cluster and not in git: traffic may reach ${sides(
        live,
      )}.`,
  ),
  ...fieldRules(
    'externalAttachment',
    'critical',
    'the session with the neighbour fails or leads elsewhere',
    {
      external: { path: 'spec.external', label: 'The external' },
      connection: { path: 'spec.connection', label: 'The connection' },
      switch: { path: 'spec.switch.**', label: "The switch's side" },
      neighbor: { path: 'spec.neighbor.**', label: "The neighbour's side" },
      static: { path: 'spec.static.**', label: 'The static next hop' },
    },
  ),
  ...fieldRules(
    'externalAttachment',
    'critical',
    'other traffic from outside is let in',
    {
      inboundACL: { path: 'spec.inboundACL.**', label: 'The inbound filter' },
    },
  ),
];
