import type { ResourceMoment } from '@cnoc/backstage-plugin-cnoc-common';

const yaml = (vlan: number) =>
  `kind: VPC\nspec:\n  subnets:\n    default:\n      vlan: ${vlan}\n`;

/** Git, a deployment of it, a hand edit, and away from git; newest first, as the engine gives them. */
export const vpcHistory: ResourceMoment[] = [
  {
    at: '2026-11-21T02:05:00.000Z',
    side: 'git',
    present: false,
    commit: {
      sha: '9be61cb4f2a9c1d7be0553be61cbd6d2f0a7a0e5',
      author: 'Network automation',
      message: 'Remove vpc-1',
    },
  },
  {
    at: '2026-11-21T01:58:12.000Z',
    side: 'cluster',
    present: true,
    yaml: yaml(1099),
    changedBy: { manager: 'kubectl-edit', at: '2026-11-21T01:58:12.000Z' },
  },
  {
    at: '2026-11-20T21:10:00.000Z',
    side: 'cluster',
    present: true,
    yaml: yaml(1001),
    changedBy: {
      manager: 'cnoc',
      by: 'user:default/ada',
      deployment: '00000000-0000-4000-8000-0000000000d1',
    },
    deployment: '00000000-0000-4000-8000-0000000000d1',
  },
  {
    at: '2026-11-20T21:00:00.000Z',
    side: 'git',
    present: true,
    yaml: yaml(1001),
    commit: {
      sha: '4f2a9c1d7be0553be61cbd6d2f0a7a0e5d1b9a11',
      author: 'Network automation',
      at: '2026-11-20T20:59:00.000Z',
      message: 'Add vpc-1',
      url: 'https://git.example.com/network/fabrics/commit/4f2a9c1',
    },
  },
];

/** As many as a long life brings, newest first. */
export const longHistory: ResourceMoment[] = Array.from(
  { length: 50 },
  (_, n) => ({
    at: new Date(Date.UTC(2026, 10, 21, 2, 0) - n * 60_000).toISOString(),
    side: n % 2 === 0 ? 'cluster' : 'git',
    present: true,
    yaml: yaml(1050 - n),
  }),
);
