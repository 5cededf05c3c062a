import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { canonicalize, readYaml } from '@cnoc/hedgehog';
import git from 'isomorphic-git';
import http from 'isomorphic-git/http/node';
import { loadAll } from 'js-yaml';
import { GitFixture } from './gitFixture';
import { measure } from './measure';
import type { Row } from './report';
import { SyncReplica } from './syncReplica';

const FILES = 5_000;
const ROUNDS = 7;
const size = { files: FILES, commits: 200, changes: 5 };

/** B7: the first reading of a repository. */
export async function first(): Promise<Row[]> {
  const fixture = await GitFixture.start({ ...size, more: 0 });
  let replica: SyncReplica | undefined;
  try {
    const [ours, native, isomorphic] = await measure(
      [
        {
          name: 'CNOC',
          prepare: async () => {
            await replica?.stop();
            replica = await SyncReplica.create(fixture.url, fixture.folder());
          },
          run: () =>
            replica!.sync({ files: FILES, written: FILES, removed: 0 }),
        },
        {
          name: 'git and js-yaml',
          run: async () => {
            const clone = fixture.folder();
            await cloneBare(fixture.url, clone);
            for (const text of await readBlobs(clone)) loadAll(text);
          },
        },
        {
          name: 'isomorphic-git',
          run: async () => readIsomorphic(fixture.url, fixture.folder()),
        },
      ],
      ROUNDS,
    );
    return [
      {
        id: 'B7',
        what: `first sync of ${FILES} files`,
        ours,
        baseline: {
          name: 'git clone, cat-file and js-yaml',
          figures: native,
        },
        atMost: 1.4,
        note: 'the baseline knows no line numbers, budgets or kubectl’s scalars, neither defaults nor checks, and stores nothing; CNOC does all of that, reads on other threads, and stores every resource in SQLite.',
      },
      {
        id: 'B7',
        what: `first sync of ${FILES} files`,
        ours,
        baseline: { name: 'isomorphic-git, same parser', figures: isomorphic },
        atMost: 1 / 5,
        note: 'the baseline clones and reads in JavaScript, then reads YAML and normalises as CNOC does; it neither checks nor stores.',
      },
    ];
  } finally {
    await replica?.stop();
    await fixture.stop();
  }
}

/** B8: a commit that touches five files of five thousand. */
export async function next(): Promise<Row[]> {
  const fixture = await GitFixture.start({ ...size, more: ROUNDS + 2 });
  const replica = await SyncReplica.create(fixture.url, fixture.folder());
  const clone = fixture.folder();
  try {
    await replica.sync();
    await cloneBare(fixture.url, clone);
    let tip = await tipOf(clone);
    const changed = { files: size.changes, written: size.changes, removed: 0 };
    const [ours, native] = await measure(
      [
        {
          name: 'CNOC',
          prepare: () => fixture.move(),
          run: () => replica.sync(changed),
        },
        {
          name: 'git fetch and diff',
          run: async () => {
            await run(
              clone,
              'fetch',
              '--quiet',
              '--depth=1',
              'origin',
              '+main:main',
            );
            const now = await tipOf(clone);
            const names = await run(clone, 'diff', '--name-only', tip, now);
            if (names.trim().split('\n').length !== size.changes) {
              throw new Error('The baseline missed the change');
            }
            tip = now;
          },
        },
      ],
      ROUNDS,
    );
    return [
      {
        id: 'B8',
        what: `sync of a commit that touches ${size.changes} of ${FILES} (${size.changes} documents parsed, ${size.changes} rows written, each round)`,
        ours,
        baseline: { name: 'git fetch and diff --name-only', figures: native },
        atMost: 1.5,
        note: 'the baseline stops at the names of the files; CNOC also asks for the head first, reads and parses the files, checks the whole fabric anew and writes the rows in a transaction.',
      },
    ];
  } finally {
    await replica.stop();
    await fixture.stop();
  }
}

/** B9: the same commit once more. */
export async function again(): Promise<Row[]> {
  const fixture = await GitFixture.start({ ...size, more: 0 });
  const replica = await SyncReplica.create(fixture.url, fixture.folder());
  const clone = fixture.folder();
  try {
    await cloneBare(fixture.url, clone);
    const texts = await readBlobs(clone);
    await replica.sync();
    const writes: string[] = [];
    replica.database.on('query', ({ sql }: { sql: string }) => {
      if (/^(insert|update|delete)/i.test(sql)) writes.push(sql);
    });
    const [ours, hashed] = await measure([
      {
        name: 'CNOC',
        prepare: () => replica.sync(),
        run: () => replica.poll(),
      },
      {
        name: 'sha256',
        run: () => {
          for (const text of texts) createHash('sha256').update(text).digest();
        },
      },
    ]);
    if (writes.length > 0) throw new Error(`Written: ${writes[0]}`);
    return [
      {
        id: 'B9',
        what: `resync of ${FILES} files, nothing changed (0 rows written)`,
        ours,
        baseline: { name: 'sha256 of the texts', figures: hashed },
        atMost: 3,
        note: 'the head has just been asked for, as by another fabric of the repository (asking is B6); the commit names the content, so CNOC reads no file.',
      },
    ];
  } finally {
    await replica.stop();
    await fixture.stop();
  }
}

const execute = promisify(execFile);

async function run(directory: string, ...args: string[]): Promise<string> {
  const { stdout } = await execute('git', args, {
    cwd: directory,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

async function cloneBare(url: string, directory: string): Promise<void> {
  await run('/', 'clone', '--quiet', '--bare', '--depth=1', url, directory);
}

async function tipOf(clone: string): Promise<string> {
  return (await run(clone, 'rev-parse', 'main')).trim();
}

/** All blobs of the branch, by way of one `cat-file --batch`. */
async function readBlobs(clone: string): Promise<string[]> {
  const oids = await run(
    clone,
    'ls-tree',
    '-r',
    '--format=%(objectname)',
    'main',
  );
  const output = await new Promise<Buffer>((resolve, reject) => {
    const child = execFile(
      'git',
      ['cat-file', '--batch', '--buffer'],
      { cwd: clone, encoding: 'buffer', maxBuffer: 128 * 1024 * 1024 },
      (error, stdout) => (error ? reject(error) : resolve(stdout)),
    );
    child.stdin!.end(oids);
  });
  const texts: string[] = [];
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(10, at);
    const length = Number(output.toString('latin1', at, end).split(' ')[2]);
    texts.push(output.toString('utf8', end + 1, end + 1 + length));
    at = end + length + 2;
  }
  return texts;
}

async function readIsomorphic(url: string, dir: string): Promise<void> {
  const cache = {};
  const at = { fs, dir, gitdir: path.join(dir, 'git'), cache };
  await git.clone({
    ...at,
    http,
    url,
    depth: 1,
    singleBranch: true,
    noCheckout: true,
  });
  const [ref] = await git.log({ ...at, depth: 1 });
  await git.walk({
    ...at,
    trees: [git.TREE({ ref: ref.oid })],
    map: async (file, [entry]) => {
      if ((await entry?.type()) !== 'blob') return undefined;
      const { objects } = readYaml((await entry!.content())!, { file });
      for (const { object } of objects) canonicalize(object);
      return undefined;
    },
  });
}
