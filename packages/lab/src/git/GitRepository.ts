import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { GitFailure } from './GitFailure';
import { runGit } from './runGit';

export interface CommitOptions {
  message: string;
  author?: { name: string; email: string };
  /** Text of each path; null removes it. Other files stay. */
  files: Record<string, string | null>;
  /** Default: main. It is created when it is not there. */
  branch?: string;
  /** Time of the commit; absent = now. */
  at?: Date;
}

const LAB_AUTHOR = { name: 'lab', email: 'lab@lab.invalid' };
const BRANCH = /^[A-Za-z0-9][A-Za-z0-9._/-]*$/;

/** One bare repository on disk. */
export class GitRepository {
  readonly directory: string;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(directory: string) {
    this.directory = directory;
  }

  static async open(directory: string): Promise<GitRepository> {
    if (!existsSync(path.join(directory, 'HEAD'))) {
      await mkdir(directory, { recursive: true });
      await runGit(directory, ['init', '--quiet', '--bare', '-b', 'main', '.']);
      for (const [key, value] of [
        ['uploadpack.allowFilter', 'true'],
        ['uploadpack.allowReachableSHA1InWant', 'true'],
        ['receive.fsckObjects', 'true'],
        ['gc.auto', '0'],
      ]) {
        await runGit(directory, ['config', key, value]);
      }
    }
    return new GitRepository(directory);
  }

  /** Commits on top of the branch, without a work tree; one after the other. Returns the sha. */
  commit(options: CommitOptions): Promise<string> {
    const run = this.#last.then(() => this.#commit(options));
    this.#last = run.catch(() => undefined);
    return run;
  }

  /** The sha a branch points to; undefined when it does not exist. */
  async head(branch = 'main'): Promise<string | undefined> {
    const ref = refOf(branch);
    const text = await this.#git([
      'for-each-ref',
      '--format=%(objectname)',
      ref,
    ]);
    return text.trim() || undefined;
  }

  /** Names of the directories right under a directory of a branch. */
  async directories(under: string, branch = 'main'): Promise<string[]> {
    const sha = await this.head(branch);
    if (!sha) {
      return [];
    }
    const text = await this.#git([
      'ls-tree',
      '-d',
      '--name-only',
      sha,
      `${under}/`,
    ]);
    return text
      .split('\n')
      .filter(Boolean)
      .map(each => each.slice(under.length + 1));
  }

  /** One `git fast-import` whatever the number of files: a process for each of 10,000 files would take a minute. */
  async #commit(options: CommitOptions): Promise<string> {
    const { message, files, author = LAB_AUTHOR, branch = 'main' } = options;
    const parent = await this.head(branch);
    const at = Math.floor((options.at ?? new Date()).getTime() / 1000);
    const who = `${author.name} <${author.email}> ${at} +0000`;
    const lines = [
      `commit ${refOf(branch)}`,
      'mark :1',
      `author ${who}`,
      `committer ${who}`,
      data(message),
      ...(parent ? [`from ${parent}`] : []),
    ];
    for (const [file, text] of Object.entries(files)) {
      checkFile(file);
      lines.push(
        ...(text === null
          ? [`D ${file}`]
          : [`M 100644 inline ${file}`, data(text)]),
      );
    }
    lines.push('', 'get-mark :1', 'done', '');
    const output = await this.#git(
      ['fast-import', '--quiet', '--done', '--date-format=raw'],
      lines.join('\n'),
    );
    return output.trim();
  }

  #git(args: readonly string[], input?: string): Promise<string> {
    return runGit(this.directory, args, input);
  }
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`;
}

function refOf(branch: string): string {
  if (!BRANCH.test(branch) || branch.includes('..')) {
    throw new GitFailure(
      `${JSON.stringify(
        branch,
      )} is no branch name: use letters, digits, ".", "_", "/" and "-"`,
    );
  }
  return `refs/heads/${branch}`;
}

function checkFile(file: string): void {
  const parts = file.split('/');
  const bad =
    /[\n\t"\\]/.test(file) ||
    parts.some(part => ['', '.', '..', '.git'].includes(part.toLowerCase()));
  if (bad) {
    throw new GitFailure(
      `${JSON.stringify(file)} is no path inside the repository`,
    );
  }
}
