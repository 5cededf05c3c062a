import type { Plan, PlanLine } from '@cnoc/backstage-plugin-cnoc-common';
import { openFindings } from './findings';

const line = (
  seq: number,
  wave: number,
  action: PlanLine['action'],
  kind: string,
  name: string,
  rest: Partial<PlanLine> = {},
): PlanLine => ({
  seq,
  wave,
  action,
  kind,
  name,
  severity: 'info',
  reason: 'Brings the cluster to what git says',
  differences: [],
  dryRun: { ok: true },
  ...rest,
});

export const planReady: Plan = {
  id: '11111111-1111-4111-8111-111111111111',
  status: 'ready',
  commit: '4f2a9c1d7be0553be61cbd6d2f0a7a0e5d1b9a11',
  createdAt: '2026-11-21T02:10:00.000Z',
  createdBy: 'user:default/guest',
  counts: { create: 2, update: 3, delete: 0 },
  prune: false,
  force: false,
  lines: [
    line(0, 0, 'create', 'VPC', 'vpc-3', {
      severity: 'warning',
      reason: 'A VPC with 2 subnets appears',
    }),
    line(1, 1, 'update', 'VPC', 'vpc-1', {
      severity: 'critical',
      reason:
        'The VLAN of subnet default changes from 1099 to 1001: servers reconnect',
      differences: openFindings[0].differences,
    }),
    line(2, 1, 'update', 'VPC', 'vpc-2', {
      differences: openFindings[4].differences,
    }),
    line(3, 2, 'update', 'Connection', 'spine-1--leaf-1', {
      severity: 'critical',
      reason: 'A link comes back: redundancy is restored',
      differences: openFindings[1].differences,
    }),
    line(4, 2, 'create', 'VPCAttachment', 'vpc-3--server-5'),
  ],
  blockers: [],
  notPruned: [{ kind: 'External', name: 'test-isp' }],
};

export const planPruned: Plan = {
  ...planReady,
  id: '22222222-2222-4222-8222-222222222222',
  prune: true,
  counts: { create: 2, update: 3, delete: 1 },
  lines: [
    ...planReady.lines,
    line(5, 3, 'delete', 'External', 'test-isp', {
      reason: 'In the cluster, not in git; nothing refers to it',
    }),
  ],
  notPruned: [],
};

export const planWithConflict: Plan = {
  ...planReady,
  id: '33333333-3333-4333-8333-333333333333',
  status: 'blocked',
  lines: planReady.lines.map(l =>
    l.name === 'vpc-1'
      ? {
          ...l,
          dryRun: {
            ok: false,
            message: 'Another field manager holds 2 fields',
            conflicts: [
              { manager: 'kubectl-edit', field: '.spec.subnets.default.vlan' },
              { manager: 'kubectl-edit', field: '.metadata.labels.team' },
            ],
          },
        }
      : l,
  ),
  blockers: [
    {
      rule: 'plan.conflict',
      severity: 'critical',
      message: 'kubectl-edit holds 2 fields of vpc-1',
      kind: 'VPC',
      name: 'vpc-1',
      hint: 'Take the fields over, or have them released',
    },
  ],
};

export const planEmpty: Plan = {
  ...planReady,
  id: '44444444-4444-4444-8444-444444444444',
  status: 'empty',
  counts: { create: 0, update: 0, delete: 0 },
  lines: [],
  notPruned: [],
};
