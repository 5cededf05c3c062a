export { createRepositories } from './createRepositories';
export { createGitEngine } from './git/createGitEngine';
export type {
  CommitInfo,
  GitBranch,
  GitChange,
  GitEngine,
  GitRemote,
  TreeEntry,
} from './git/GitEngine';
export { GitError } from './git/GitError';
export type { GitErrorReason } from './git/GitError';
export { inertText } from './git/inertText';
export { SystemGitEngine } from './git/SystemGitEngine';
export { fingerprintOf } from './git/SshAccess';
export { verifyCommit } from './git/verifyCommit';
export type { CommitVerdict } from './git/verifyCommit';
export type {
  ReadOptions,
  RepositoryContent,
  RepositoryFile,
} from './readContent';
export type { RepositoryDefinition } from './RepositoryDefinition';
export type { RepositoryRegistry } from './RepositoryRegistry';
export { RepositoryService } from './RepositoryService';
export type { RepositoryStatus } from './RepositoryService';
export type { RepositoryHealth } from './RepositoryStore';
export type { RepositoryTester } from './RepositoryTester';
export { webPage } from './sourceLink';
export { valueInAddress } from './splitOffCredential';
export type { WebhookService } from './webhooks/WebhookService';
