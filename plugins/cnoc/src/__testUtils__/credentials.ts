import type {
  Credential,
  KeyRotation,
} from '@cnoc/backstage-plugin-cnoc-common';

/** Sound, used, ends in two years. */
export const labToken: Credential = {
  name: 'lab-token',
  title: 'Read and write for the lab',
  type: 'token',
  origin: 'api',
  fingerprint: '5f1c09aa72d4',
  strength: { level: 'strong', reason: '40 random characters' },
  expiresAt: '2028-01-31T23:59:59.000Z',
  expiry: 'fine',
  keyId: 'k2',
  readable: true,
  uses: 1204,
  lastUsedAt: '2026-11-21T02:09:30.000Z',
  usedBy: ['lab'],
  createdAt: '2026-06-01T08:00:00.000Z',
  createdBy: 'user:default/guest',
  updatedAt: '2026-06-01T08:00:00.000Z',
  etag: 'c1',
};

/** Short, expired, under an older key. */
export const oldPassword: Credential = {
  ...labToken,
  name: 'old-password',
  title: undefined,
  type: 'basic',
  username: 'network',
  fingerprint: '0b7723fe1190',
  strength: { level: 'weak', reason: 'Only 8 characters' },
  expiresAt: '2026-11-01T23:59:59.000Z',
  expiry: 'expired',
  keyId: 'k1',
  uses: 0,
  lastUsedAt: undefined,
  usedBy: [],
  etag: 'c2',
};

/** An SSH key whose encryption key is gone. */
export const westKey: Credential = {
  ...labToken,
  name: 'west-key',
  title: 'Deploy key of the west hall',
  type: 'ssh',
  fingerprint: '93aa01c5d7e2',
  publicKey: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 cnoc',
  strength: { level: 'strong', reason: 'Ed25519' },
  expiresAt: undefined,
  expiry: 'none',
  keyId: 'k0',
  readable: false,
  usedBy: ['west'],
  etag: 'c3',
};

export const rotationIdle: KeyRotation = {
  state: 'idle',
  newestKey: 'k2',
  total: 3,
  done: 0,
  failed: [],
  keys: [
    { id: 'k2', newest: true, values: 1 },
    { id: 'k1', newest: false, values: 1 },
  ],
};

export const rotationRunning: KeyRotation = {
  ...rotationIdle,
  state: 'running',
  done: 1,
  startedAt: '2026-11-21T02:09:00.000Z',
  startedBy: 'user:default/guest',
};

export const rotationDone: KeyRotation = {
  ...rotationRunning,
  state: 'done',
  done: 2,
  finishedAt: '2026-11-21T02:09:10.000Z',
  failed: ['credentials/west-key/value'],
  keys: [
    { id: 'k2', newest: true, values: 2 },
    { id: 'k1', newest: false, values: 0 },
  ],
};
