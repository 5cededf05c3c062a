export type { CommitInfo, GitEngine, GitRemote, TreeEntry } from './GitEngine';
export { GitError } from './GitError';
export type { GitErrorReason } from './GitError';
export { inertText } from './inertText';
export type { RepositoryDefinition } from './RepositoryDefinition';
export { RepositoryService } from './RepositoryService';
export type {
  RepositoryContent,
  RepositoryFile,
  RepositoryStatus,
} from './RepositoryService';
export type { RepositoryHealth } from './RepositoryStore';
export { SystemGitEngine } from './SystemGitEngine';
