import * as fs from 'node:fs';
import {
  appendFile,
  mkdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as git from 'isomorphic-git';
import { GitChange, TreeEntry } from '../GitEngine';
import { GitError } from '../GitError';
import { gitError } from '../gitFailure';
import { buildCommit } from '../objects/buildCommit';
import { isDirectory, readRawTree } from '../objects/rawTree';
import { writePack } from '../objects/writePack';
import { pathMissing } from '../pathMissing';
import { checkTree } from './checkTree';
import { PackLimits, scanPack } from './scanPack';

interface RawObject {
  type: string;
  object: Uint8Array;
}

const strict = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder('utf-8');
/** Bytes that a listing costs for each entry beside its path, as `git ls-tree --long` prints it. */
const entryBytes = 60;
const maxDepth = 500;
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/**
 * One cached repository on the disk, read through isomorphic-git: packs with their index, the fetched commits in
 * `shallow`, and for each pack the sizes of its objects. Runs in a thread of its own, because reading a pack takes
 * the processor for long.
 */
export class ObjectStore {
  readonly #gitdir: string;
  /** isomorphic-git keeps pack indexes here. */
  readonly #cache = {};
  #sizes: Map<string, number> | undefined;

  private constructor(gitdir: string) {
    this.#gitdir = gitdir;
  }

  static create(gitdir: string): ObjectStore {
    return new ObjectStore(gitdir);
  }

  /** Commits that were fetched whole, oldest first. */
  async commits(): Promise<string[]> {
    const text = await readFile(join(this.#gitdir, 'shallow'), 'utf8').catch(
      () => '',
    );
    return text.split('\n').filter(Boolean);
  }

  /** Whether a commit and its directory can be read. */
  async has(sha: string): Promise<boolean> {
    return this.#tree(sha, '')
      .then(root => this.raw('tree', root))
      .then(
        () => true,
        () => false,
      );
  }

  /** Takes in a pack that was fetched for a commit; after an error nothing of it is left. */
  async take(packFile: string, sha: string, limits: PackLimits): Promise<void> {
    const pack = await readFile(packFile);
    scanPack(pack, limits);
    const folder = join(this.#gitdir, 'objects', 'pack');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // A name of its own, so that nothing cached for a removed pack is taken for this one.
    const name = `pack-${basename(packFile, '.incoming')}`;
    const place = join(folder, name);
    await rename(packFile, `${place}.pack`);
    try {
      const { oids } = await git.indexPack({
        fs,
        dir: folder,
        gitdir: this.#gitdir,
        filepath: `${name}.pack`,
        cache: this.#cache,
      });
      const sizes = await this.#checked(oids);
      await this.#tree(sha, '');
      await writeFile(
        `${place}.sizes`,
        [...sizes].map(([oid, size]) => `${oid} ${size}\n`).join(''),
        { mode: 0o600 },
      );
      this.#sizes = undefined;
    } catch (error) {
      await Promise.all(
        ['pack', 'idx', 'sizes'].map(end =>
          rm(`${place}.${end}`, { force: true }),
        ),
      );
      throw error;
    }
    // Last: a commit counts as fetched when all of it is here.
    await appendFile(join(this.#gitdir, 'shallow'), `${sha}\n`, {
      mode: 0o600,
    });
  }

  /** All files below a path, in git's order. @throws GitError `pathMissing`, `tooLarge`, `cache` */
  async list(
    sha: string,
    path: string,
    maxListingBytes: number,
  ): Promise<TreeEntry[]> {
    const sizes = await this.#knownSizes();
    const entries: TreeEntry[] = [];
    let bytes = 0;
    const walk = async (oid: string, prefix: Buffer, depth: number) => {
      if (depth > maxDepth) {
        throw gitError('rejected');
      }
      for (const entry of readRawTree(await this.raw('tree', oid))) {
        const name = Buffer.concat([prefix, entry.name]);
        if (isDirectory(entry)) {
          await walk(
            entry.oid,
            Buffer.concat([name, Buffer.from('/')]),
            depth + 1,
          );
          continue;
        }
        bytes += name.length + entryBytes;
        if (bytes > maxListingBytes) {
          throw gitError('tooLarge');
        }
        entries.push(treeEntry(entry.mode, entry.oid, name, sizes));
      }
    };
    const root = await this.#tree(sha, path);
    await walk(root, Buffer.from(path ? `${path}/` : ''), 0);
    return entries;
  }

  async blobs(
    oids: readonly string[],
    maxReadBytes: number,
  ): Promise<Map<string, Uint8Array>> {
    const blobs = new Map<string, Uint8Array>();
    let bytes = 0;
    for (const oid of oids) {
      const content = await this.raw('blob', oid);
      bytes += content.length;
      if (bytes > maxReadBytes) {
        throw gitError('tooLarge');
      }
      blobs.set(oid, content);
    }
    return blobs;
  }

  /** @throws GitError `cache` where the object is not here or of another type */
  async raw(
    type: 'commit' | 'tree' | 'blob',
    oid: string,
  ): Promise<Uint8Array> {
    const found = await this.#read(oid);
    if (found.type !== type) {
      throw gitError('cache');
    }
    return found.object;
  }

  /** The pack that makes a change, and the commit in it. */
  async build(
    change: GitChange,
  ): Promise<{ sha: string; commit: Uint8Array; pack: Uint8Array }> {
    const { sha, objects } = await buildCommit(change, (type, oid) =>
      this.raw(type, oid),
    );
    const pack = await writePack(objects, change.base.length);
    return { sha, commit: objects[objects.length - 1].content, pack };
  }

  /** Walks a pack of commits that is not kept. */
  async descends(
    packFile: string,
    sha: string,
    old: string,
    limits: PackLimits,
  ): Promise<'yes' | 'no' | 'cut'> {
    scanPack(await readFile(packFile), limits);
    await git.indexPack({
      fs,
      dir: this.#gitdir,
      gitdir: this.#gitdir,
      filepath: basename(packFile),
    });
    const folder = join(this.#gitdir, 'objects', 'pack');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const name = basename(packFile, '.pack');
    for (const end of ['pack', 'idx']) {
      await rename(
        join(this.#gitdir, `${name}.${end}`),
        join(folder, `${name}.${end}`),
      );
    }
    const seen = new Set<string>();
    const open = [sha];
    let cut = false;
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === old) {
        return 'yes';
      }
      if (seen.has(next)) {
        continue;
      }
      seen.add(next);
      const content = await this.raw('commit', next).catch(() => undefined);
      if (!content) {
        // Where the pack ends, history may go on.
        cut = true;
        continue;
      }
      const [head] = Buffer.from(content).toString('latin1').split('\n\n', 1);
      for (const [, parent] of head.matchAll(/^parent ([0-9a-f]{40})$/gm)) {
        open.push(parent);
      }
    }
    return cut ? 'cut' : 'no';
  }

  /** The id of the directory at a path of a commit. */
  async #tree(sha: string, path: string): Promise<string> {
    const commit = Buffer.from(await this.raw('commit', sha)).toString(
      'latin1',
    );
    const root = /^tree ([0-9a-f]{40})\n/.exec(commit)?.[1];
    if (!root) {
      throw gitError('cache');
    }
    let oid = root;
    for (const part of path.split('/').filter(Boolean)) {
      const name = Buffer.from(part);
      const entries = readRawTree(await this.raw('tree', oid));
      const entry = entries.find(each => each.name.equals(name));
      if (!entry || !isDirectory(entry)) {
        throw pathMissing(path);
      }
      oid = entry.oid;
    }
    return oid;
  }

  async #read(oid: string): Promise<RawObject> {
    if (oid === emptyTree) {
      return { type: 'tree', object: new Uint8Array() };
    }
    try {
      const { type, object } = await git.readObject({
        fs,
        dir: this.#gitdir,
        gitdir: this.#gitdir,
        oid,
        format: 'content',
        cache: this.#cache,
      });
      return { type, object: object as Uint8Array };
    } catch {
      throw new GitError(
        'cache',
        'The local copy of the repository lacks an object and is read anew.',
      );
    }
  }

  /** Reads each object once: its size is kept, and trees that no honest commit holds are refused. */
  async #checked(oids: readonly string[]): Promise<Map<string, number>> {
    const sizes = new Map<string, number>();
    for (const oid of oids) {
      const { type, object } = await this.#read(oid).catch(() => {
        throw gitError('broken');
      });
      sizes.set(oid, object.length);
      if (type === 'tree') {
        checkTree(readRawTree(object));
      }
    }
    return sizes;
  }

  async #knownSizes(): Promise<Map<string, number>> {
    if (!this.#sizes) {
      const folder = join(this.#gitdir, 'objects', 'pack');
      const names = await fs.promises.readdir(folder).catch(() => []);
      const sizes = new Map<string, number>();
      for (const name of names.filter(each => each.endsWith('.sizes'))) {
        const text = await readFile(join(folder, name), 'latin1');
        for (const line of text.split('\n').filter(Boolean)) {
          const [oid, size] = line.split(' ');
          sizes.set(oid, Number(size));
        }
      }
      this.#sizes = sizes;
    }
    return this.#sizes;
  }
}

function treeEntry(
  mode: string,
  oid: string,
  name: Buffer,
  sizes: ReadonlyMap<string, number>,
): TreeEntry {
  if (mode === '160000') {
    return { path: lenient.decode(name), type: 'submodule', oid, size: 0 };
  }
  const size = sizes.get(oid);
  if (size === undefined) {
    throw gitError('cache');
  }
  const type = mode === '120000' ? 'symlink' : 'file';
  try {
    return { path: strict.decode(name), type, oid, size };
  } catch {
    return { path: lenient.decode(name), type, oid, size, badName: true };
  }
}
