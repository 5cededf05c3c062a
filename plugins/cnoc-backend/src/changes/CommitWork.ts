import type {
  CommitRequest,
  ResourceRef,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { GitChange } from '../repositories';
import type { FileEdit } from './editFiles';

/**
 * Everything that a commit needs, as it is kept until the commit is done: from it the very same commit is made again,
 * which a remote that has it already takes as nothing new.
 */
export interface CommitWork {
  branch: string;
  base: string;
  /** Absent: the branch is made. */
  expected?: string;
  edits: Pick<FileEdit, 'path' | 'after'>[];
  message: string;
  author: GitChange['author'];
  committer: GitChange['committer'];
  /** ISO 8601; git keeps whole seconds. */
  at: string;
  /** Drafts that it is made of, as they were. */
  drafts: (ResourceRef & { version: string })[];
  pullRequest?: CommitRequest['pullRequest'];
}

export function gitChangeOf(work: CommitWork): GitChange {
  const { branch, base, expected, message, author, committer } = work;
  return {
    branch,
    base,
    ...(expected && { expected }),
    files: work.edits.map(({ path, after }) => ({
      path,
      content: after === undefined ? null : Buffer.from(after),
    })),
    message,
    author,
    committer,
    at: new Date(work.at),
  };
}
