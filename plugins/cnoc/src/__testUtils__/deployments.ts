import type {
  Deployment,
  DeploymentStep,
} from '@cnoc/backstage-plugin-cnoc-common';

const step = (
  seq: number,
  wave: number,
  kind: string,
  name: string,
  status: DeploymentStep['status'],
  rest: Partial<DeploymentStep> = {},
): DeploymentStep => ({
  seq,
  wave,
  action: 'update',
  kind,
  name,
  status,
  ...rest,
});

export const deploymentSucceeded: Deployment = {
  id: '99999999-9999-4999-8999-999999999999',
  plan: '11111111-1111-4111-8111-111111111111',
  status: 'succeeded',
  commit: '4f2a9c1d7be0553be61cbd6d2f0a7a0e5d1b9a11',
  createdAt: '2026-11-20T22:00:00.000Z',
  createdBy: 'user:default/guest',
  startedAt: '2026-11-20T22:00:01.000Z',
  finishedAt: '2026-11-20T22:00:09.000Z',
  counts: { create: 0, update: 2, delete: 0 },
  done: 2,
  failed: 0,
  steps: [
    step(0, 0, 'VPC', 'vpc-1', 'succeeded', {
      startedAt: '2026-11-20T22:00:01.000Z',
      finishedAt: '2026-11-20T22:00:02.000Z',
    }),
    step(1, 1, 'Connection', 'spine-1--leaf-1', 'succeeded', {
      startedAt: '2026-11-20T22:00:03.000Z',
      finishedAt: '2026-11-20T22:00:08.000Z',
    }),
  ],
};

export const deploymentRunning: Deployment = {
  ...deploymentSucceeded,
  id: '88888888-8888-4888-8888-888888888888',
  status: 'running',
  createdAt: '2026-11-21T02:11:00.000Z',
  startedAt: '2026-11-21T02:11:01.000Z',
  finishedAt: undefined,
  counts: { create: 1, update: 2, delete: 0 },
  done: 1,
  steps: [
    step(0, 0, 'VPC', 'vpc-3', 'succeeded', {
      action: 'create',
      startedAt: '2026-11-21T02:11:01.000Z',
      finishedAt: '2026-11-21T02:11:02.000Z',
    }),
    step(1, 1, 'VPC', 'vpc-1', 'running', {
      startedAt: '2026-11-21T02:11:02.000Z',
    }),
    step(2, 2, 'Connection', 'spine-1--leaf-1', 'pending'),
  ],
};

export const deploymentPartial: Deployment = {
  ...deploymentSucceeded,
  id: '77777777-7777-4777-8777-777777777777',
  status: 'partial',
  message: '1 of 2 steps failed',
  createdAt: '2026-11-20T20:00:00.000Z',
  createdBy: 'user:default/guest',
  done: 1,
  failed: 1,
};
