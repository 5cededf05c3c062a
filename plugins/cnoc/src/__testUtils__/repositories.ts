import type {
  RepositoryDetail,
  RepositoryTest,
} from '@cnoc/backstage-plugin-cnoc-common';
import { labClos } from './fabrics';

/** Answers, with a token of the vault. */
export const labRepository: RepositoryDetail = {
  name: 'lab',
  title: 'Lab fabrics',
  url: 'https://git.example.com/network/fabrics.git',
  webUrl: 'https://git.example.com/network/fabrics',
  branch: 'main',
  provider: 'gitea',
  origin: 'api',
  credential: 'lab-token',
  access: 'credential',
  head: labClos.lastCommit,
  readAt: '2026-11-21T02:09:30.000Z',
  health: { state: 'reachable', since: '2026-11-20T21:00:00.000Z' },
  skipTLSVerify: false,
  requireSignedCommits: false,
  webhook: {
    path: '/api/cnoc/v1/webhooks/lab',
    secret: true,
    receivedAt: '2026-11-21T01:38:10.000Z',
  },
  fabrics: ['lab-clos', 'lab-mesh'],
  updatedAt: '2026-11-20T21:00:00.000Z',
  etag: 'e1',
  history: [
    { state: 'reachable', since: '2026-11-20T21:00:00.000Z' },
    {
      state: 'unreachable',
      since: '2026-11-20T20:15:00.000Z',
      until: '2026-11-20T21:00:00.000Z',
      reason: 'timeout',
      message: 'git.example.com did not answer within 30 seconds',
    },
    {
      state: 'reachable',
      since: '2026-11-14T09:00:00.000Z',
      until: '2026-11-20T20:15:00.000Z',
    },
  ],
  allowedSigners: '',
};

/** Its SSH host shows another key than the one that is trusted. */
export const westRepository: RepositoryDetail = {
  ...labRepository,
  name: 'west',
  title: 'West hall',
  url: 'ssh://git@git.west.example.com/dc/west.git',
  webUrl: undefined,
  provider: 'git',
  credential: 'west-key',
  health: {
    state: 'unreachable',
    since: '2026-11-21T01:55:00.000Z',
    reason: 'hostKeyChanged',
    message: 'The host shows another key than the one that is trusted',
  },
  webhook: { path: '/api/cnoc/v1/webhooks/west', secret: false },
  fabrics: ['dc-west'],
  etag: 'w1',
  history: [
    {
      state: 'unreachable',
      since: '2026-11-21T01:55:00.000Z',
      reason: 'hostKeyChanged',
      message: 'The host shows another key than the one that is trusted',
    },
  ],
  requireSignedCommits: true,
  allowedSigners: 'network@example.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5',
  hostKey: {
    fingerprint: 'SHA256:trustedtrustedtrustedtrusted',
    since: '2026-10-01T08:00:00.000Z',
    offered: 'SHA256:offeredofferedofferedoffered',
  },
};

/** Stands in the portal's configuration; nobody asked it yet. */
export const spareRepository: RepositoryDetail = {
  ...labRepository,
  name: 'spare',
  title: undefined,
  url: 'https://github.com/example/spare.git',
  webUrl: 'https://github.com/example/spare',
  provider: 'github',
  origin: 'config',
  credential: undefined,
  access: 'integration',
  head: undefined,
  readAt: undefined,
  health: { state: 'unknown' },
  webhook: { path: '/api/cnoc/v1/webhooks/spare', secret: false },
  fabrics: [],
  etag: 's1',
  history: [],
};

export const failedTest: RepositoryTest = {
  ok: false,
  message: 'The host refused the sign-in',
  checks: [
    { check: 'address', result: 'ok', message: 'git.example.com may be asked' },
    { check: 'reach', result: 'ok', message: 'It answers in 40 ms' },
    {
      check: 'sign-in',
      result: 'failed',
      message: 'The token is not accepted (401)',
      hint: 'It may have expired: rotate the credential',
    },
    { check: 'branch', result: 'skipped', message: 'Not tried' },
  ],
};

export const passedTest: RepositoryTest = {
  ok: true,
  message: 'Everything that CNOC needs is there',
  head: labClos.lastCommit,
  branches: ['main', 'next'],
  checks: [
    { check: 'address', result: 'ok', message: 'git.example.com may be asked' },
    { check: 'reach', result: 'ok', message: 'It answers in 40 ms' },
    { check: 'sign-in', result: 'ok', message: 'Signed in' },
    { check: 'branch', result: 'ok', message: 'main is at 4f2a9c1' },
    { check: 'write', result: 'ok', message: 'Pushing is allowed' },
  ],
};
