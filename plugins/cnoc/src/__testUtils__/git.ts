import type {
  ChangePreview,
  CnocApi,
  Draft,
  DraftDetail,
  FabricGit,
  ImportResult,
  Sync,
} from '@cnoc/backstage-plugin-cnoc-common';
import { answered } from './FakeCnocApi';

const sha = '4f2a9c1d7be0553be61cbd6d2f0a7a0e5d1b9a11';
const newer = '9be0553be61cbd6d2f0a7a0e5d1b9a114f2a9c1d';
const commit = {
  sha,
  message: 'Give vpc-1 a storage subnet',
  author: 'Network team',
  at: '2026-11-21T01:40:00.000Z',
  url: `https://git.example.com/network/fabrics/commit/${sha}`,
};

export const vpcText = `# The office network
apiVersion: vpc.githedgehog.com/v1beta1
kind: VPC
metadata:
  name: vpc-1
spec:
  subnets:
    default:
      subnet: 10.0.1.0/24
      gateway: 10.0.1.1
      vlan: 1001 # agreed with facilities
`;

export const fabricGit: FabricGit = {
  repository: {
    name: 'lab',
    url: 'https://git.example.com/network/fabrics',
    branch: 'main',
    provider: 'gitea',
    origin: 'api',
    health: { state: 'reachable', since: '2026-11-20T08:00:00.000Z' },
    webhook: { path: '/api/cnoc/v1/webhooks/lab', secret: true },
    fabrics: ['lab-clos'],
    etag: '1',
  },
  branch: 'main',
  path: 'fabrics/lab-clos',
  head: { ...commit, sha: newer, message: 'Rename a server' },
  commit,
  sync: {
    state: 'failed',
    at: '2026-11-21T02:00:00.000Z',
    message: 'The newest commit cannot be read whole',
    diagnostics: [
      {
        rule: 'yaml.duplicateKey',
        severity: 'critical',
        message: 'The key "vlan" stands twice',
        file: 'fabrics/lab-clos/vpcs.yaml',
        line: 31,
        hint: 'Remove one of them',
        url: 'https://git.example.com/network/fabrics/blob/main/vpcs.yaml#L31',
      },
    ],
  },
  files: 12,
  resources: 63,
  drafts: 2,
};

export const syncs: Sync[] = [
  {
    id: '3',
    state: 'failed',
    at: '2026-11-21T02:00:00.000Z',
    commit: fabricGit.head,
    message: 'The newest commit cannot be read whole',
    diagnostics: 1,
  },
  {
    id: '2',
    state: 'synced',
    at: '2026-11-21T01:40:05.000Z',
    commit,
    rewritten: true,
    diagnostics: 0,
    changed: { files: 1, written: 2, removed: 0 },
  },
];

export const drafts: Draft[] = [
  {
    kind: 'VPC',
    name: 'vpc-1',
    action: 'update',
    file: 'fabrics/lab-clos/vpcs.yaml',
    state: 'ready',
    updatedAt: '2026-11-21T02:05:00.000Z',
    updatedBy: 'user:default/guest',
    etag: '7',
  },
  {
    kind: 'Server',
    name: 'server-9',
    action: 'create',
    file: 'fabrics/lab-clos/server/server-9.yaml',
    state: 'invalid',
    message: 'The name is not allowed',
    updatedAt: '2026-11-21T02:06:00.000Z',
    updatedBy: 'user:default/guest',
    etag: '2',
  },
];

export const vpcDraft: DraftDetail = {
  ...drafts[0],
  yaml: vpcText.replace('1001', '1005'),
  base: { yaml: vpcText, commit: sha },
  diagnostics: [],
};

export const preview: ChangePreview = {
  base: sha,
  files: [
    {
      path: 'fabrics/lab-clos/vpcs.yaml',
      action: 'modify',
      diff: '--- a\n+++ b\n@@ -8,3 +8,3 @@\n       subnet: 10.0.1.0/24\n-      vlan: 1001\n+      vlan: 1005\n',
    },
  ],
  moreFiles: 0,
  diagnostics: [],
  blockers: [],
  plan: {
    known: true,
    counts: { create: 0, update: 1, delete: 0 },
    lines: [
      {
        action: 'update',
        kind: 'VPC',
        name: 'vpc-1',
        severity: 'critical',
        reason: 'The VLAN of subnet default changes: servers reconnect',
      },
    ],
    moreLines: 0,
  },
};

export const clusterImport: ImportResult = {
  saved: 0,
  counts: { create: 1, update: 1, same: 61, invalid: 0 },
  items: [
    {
      kind: 'External',
      name: 'test-isp',
      verdict: 'create',
      file: 'fabrics/lab-clos/external/test-isp.yaml',
      diagnostics: [],
    },
    {
      kind: 'VPC',
      name: 'vpc-1',
      verdict: 'update',
      file: 'fabrics/lab-clos/vpcs.yaml',
      diagnostics: [],
    },
  ],
};

type GitApi = Pick<
  CnocApi,
  | 'getFabricGit'
  | 'listSyncs'
  | 'listFiles'
  | 'getResourceSource'
  | 'listDrafts'
  | 'discardDrafts'
  | 'getDraft'
  | 'saveDraft'
  | 'deleteDraft'
  | 'previewDrafts'
  | 'commitDrafts'
  | 'importResources'
>;

/** What the engine says of git: one failed sync, two drafts, and a change that can be committed. */
export const gitApi: GitApi = {
  getFabricGit: async () => fabricGit,
  listSyncs: async () => ({ items: syncs }),
  listFiles: async () => ({
    items: [
      {
        path: 'fabrics/lab-clos/vpcs.yaml',
        url: 'https://git.example.com/network/fabrics/blob/main/vpcs.yaml',
        resources: [
          { kind: 'VPC', name: 'vpc-1' },
          { kind: 'VPC', name: 'vpc-2' },
        ],
      },
    ],
    totalItems: 1,
  }),
  getResourceSource: async (_fabric, kind, name) => {
    if (kind !== 'VPC') throw answered(404);
    return {
      kind,
      name,
      file: 'fabrics/lab-clos/vpcs.yaml',
      line: 1,
      commit: sha,
      yaml: vpcText,
    };
  },
  listDrafts: async () => ({ items: drafts, totalItems: drafts.length }),
  discardDrafts: async () => {},
  getDraft: async () => {
    throw answered(404);
  },
  saveDraft: async (_fabric, kind, name, draft) => ({
    ...vpcDraft,
    kind,
    name,
    yaml: draft.yaml,
    action: draft.action === 'delete' ? 'delete' : 'update',
  }),
  deleteDraft: async () => {},
  previewDrafts: async () => preview,
  commitDrafts: async (_fabric, request) => ({
    commit: { ...commit, sha: newer, message: request.message },
    branch: request.branch ?? 'main',
    files: 1,
  }),
  importResources: async () => clusterImport,
};
