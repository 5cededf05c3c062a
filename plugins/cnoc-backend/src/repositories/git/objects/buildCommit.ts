import { InputError } from '@backstage/errors';
import { GitChange, GitPerson } from '../GitEngine';
import { GitError } from '../GitError';
import { isUnsafePath } from '../gitNames';
import { GitObject, gitObject } from './GitObject';
import {
  DIRECTORY,
  isDirectory,
  RawEntry,
  readRawTree,
  writeRawTree,
} from './rawTree';

/** Reads the content of a tree or commit of the base. */
export type ReadObject = (
  type: 'tree' | 'commit',
  oid: string,
) => Promise<Uint8Array>;

export interface BuiltCommit {
  sha: string;
  /** What the remote lacks; the commit is the last. */
  objects: GitObject[];
}

const maxPathBytes = 4096;

/** What is to become of one directory: files by name, and the directories below it. */
interface Edits {
  files: Map<string, Uint8Array | null>;
  folders: Map<string, Edits>;
}

/**
 * The objects of one commit: the base's trees with only the changed entries replaced, so that every other entry keeps
 * its bytes and mode, names included that are not text. Pure but for `read`; the same change gives the same commit id
 * wherever it is built.
 *
 * @throws InputError for a path or person that git could not keep, GitError `rejected` where nothing would change
 */
export async function buildCommit(
  change: GitChange,
  read: ReadObject,
): Promise<BuiltCommit> {
  const oidLength = change.base.length;
  const objects: GitObject[] = [];
  const add = (type: GitObject['type'], content: Uint8Array) => {
    const object = gitObject(type, content, oidLength);
    objects.push(object);
    return object.oid;
  };
  const entriesOf = async (oid: string): Promise<RawEntry[]> =>
    readRawTree(await read('tree', oid), oidLength === 64 ? 32 : 20);

  /** @returns the id of the new tree; undefined when nothing is left in it */
  const edit = async (
    oid: string | undefined,
    edits: Edits,
  ): Promise<string | undefined> => {
    const entries = new Map(
      (oid ? await entriesOf(oid) : []).map(entry => [
        entry.name.toString('latin1'),
        entry,
      ]),
    );
    for (const [text, content] of edits.files) {
      const name = Buffer.from(text);
      const key = name.toString('latin1');
      const before = entries.get(key);
      if (before && !before.mode.startsWith('100')) {
        throw new InputError(
          `'${text}' is a directory, link or submodule in the repository and cannot be written as a file.`,
        );
      }
      if (content === null) {
        entries.delete(key);
      } else {
        const mode = before?.mode ?? '100644';
        entries.set(key, { mode, name, oid: add('blob', content) });
      }
    }
    for (const [text, below] of edits.folders) {
      const name = Buffer.from(text);
      const key = name.toString('latin1');
      const before = entries.get(key);
      if (before && !isDirectory(before)) {
        throw new InputError(
          `'${text}' is not a directory in the repository, so nothing can be written below it.`,
        );
      }
      const after = await edit(before?.oid, below);
      if (after === undefined) {
        entries.delete(key);
      } else {
        entries.set(key, { mode: DIRECTORY, name, oid: after });
      }
    }
    return entries.size === 0
      ? undefined
      : add('tree', writeRawTree([...entries.values()]));
  };

  const baseTree = /^tree ([0-9a-f]+)\n/.exec(
    Buffer.from(await read('commit', change.base)).toString('latin1'),
  )?.[1];
  if (!baseTree) {
    throw new GitError('cache', 'The base commit cannot be read here.');
  }
  const tree =
    (await edit(baseTree, editsOf(change))) ?? add('tree', new Uint8Array());
  if (tree === baseTree) {
    throw new GitError(
      'rejected',
      'The commit would change nothing; the files are in the branch as they are here.',
    );
  }
  const sha = add('commit', Buffer.from(commitText(change, tree)));
  return { sha, objects: unique(objects) };
}

function editsOf(change: GitChange): Edits {
  const root: Edits = { files: new Map(), folders: new Map() };
  for (const { path, content } of change.files) {
    const parts = path.split('/');
    const odd = /\p{Cc}/u.test(path);
    if (odd || isUnsafePath(path) || Buffer.byteLength(path) > maxPathBytes) {
      throw new InputError(
        'A file of the change has a path that git does not allow.',
      );
    }
    let folder = root;
    for (const part of parts.slice(0, -1)) {
      const below = folder.folders.get(part) ?? {
        files: new Map(),
        folders: new Map(),
      };
      folder.folders.set(part, below);
      folder = below;
    }
    const name = parts[parts.length - 1];
    if (folder.files.has(name)) {
      throw new InputError(`The change names '${path}' twice.`);
    }
    folder.files.set(name, content);
  }
  return root;
}

function person({ name, email }: GitPerson, at: Date): string {
  // git's own rule: no line end and no angle bracket in either.
  const clean = (text: string) => text.replace(/[\p{Cc}<>]/gu, ' ').trim();
  const seconds = Math.floor(at.getTime() / 1000);
  if (!clean(name) || !Number.isFinite(seconds) || seconds < 0) {
    throw new InputError(
      'The author of a commit needs a name, and a time after 1970.',
    );
  }
  return `${clean(name)} <${clean(email)}> ${seconds} +0000`;
}

function commitText(change: GitChange, tree: string): string {
  const message = change.message
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '')
    .trim();
  if (!message) {
    throw new InputError('A commit needs a message.');
  }
  return [
    `tree ${tree}`,
    `parent ${change.base}`,
    `author ${person(change.author, change.at)}`,
    `committer ${person(change.committer, change.at)}`,
    '',
    `${message}\n`,
  ].join('\n');
}

function unique(objects: readonly GitObject[]): GitObject[] {
  return [...new Map(objects.map(object => [object.oid, object])).values()];
}
