import type { Activity } from '@cnoc/backstage-plugin-cnoc-common';
import { deploymentSucceeded } from './deployments';

export const activity: Activity[] = [
  {
    id: '5',
    at: '2026-11-21T01:58:14.000Z',
    type: 'finding.opened',
    severity: 'critical',
    actor: 'kubectl-edit',
    message:
      'The VLAN of subnet default changed: attached servers lose traffic',
    resource: { kind: 'VPC', name: 'vpc-1' },
  },
  {
    id: '4',
    at: '2026-11-21T01:40:00.000Z',
    type: 'commit.synced',
    actor: 'Network automation',
    message: 'Move vpc-2 to VLAN 1012',
    commit: '4f2a9c1d7be0553be61cbd6d2f0a7a0e5d1b9a11',
  },
  {
    id: '3',
    at: '2026-11-20T22:00:09.000Z',
    type: 'deployment.finished',
    actor: 'user:default/guest',
    message: '2 updates applied',
    deployment: deploymentSucceeded.id,
  },
  {
    id: '2',
    at: '2026-11-20T21:00:00.000Z',
    type: 'cluster.connected',
    message: 'The cluster answers',
  },
];
