import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import git from 'isomorphic-git';
import http from 'isomorphic-git/http/node';
import { AddressPolicy } from '../src/fabrics/network';
import { SystemGitEngine } from '../src/repositories/git/SystemGitEngine';
import { GitFixture } from './gitFixture';
import { measure } from './measure';
import type { Row } from './report';

const execute = promisify(execFile);

/** One is over too soon to be told from what else the machine does. */
const POLLS = 20;

/** B6: nothing is new at the remote; the question is only where the branch is. */
export async function poll(): Promise<Row[]> {
  const fixture = await GitFixture.start({
    files: 100,
    commits: 5,
    more: 0,
    changes: 1,
  });
  const engine = SystemGitEngine.create({
    directory: fixture.folder(),
    policy: AddressPolicy.create(['127.0.0.1']),
  });
  const remote = { name: 'bench', url: fixture.url };
  const { url } = fixture;
  try {
    const [ours, native, isomorphic] = await measure([
      {
        name: 'CNOC',
        run: () => each(() => engine.head(remote, 'main')),
      },
      {
        name: 'git ls-remote',
        run: () =>
          each(() => execute('git', ['ls-remote', url, 'refs/heads/main'])),
      },
      {
        name: 'listServerRefs',
        run: () =>
          each(() =>
            git.listServerRefs({
              http,
              url,
              protocolVersion: 2,
              prefix: 'refs/heads/main',
            }),
          ),
      },
    ]);
    const best =
      native.median < isomorphic.median
        ? { name: 'git ls-remote', figures: native }
        : { name: 'listServerRefs of isomorphic-git', figures: isomorphic };
    return [
      {
        id: 'B6',
        what: `${POLLS} polls of one branch, nothing new`,
        ours,
        baseline: best,
        atMost: 1.2,
        note: 'the faster of git ls-remote and isomorphic-git’s listServerRefs; both ask the server what it can do each time, CNOC remembers that and asks in one round trip.',
      },
    ];
  } finally {
    await engine.close();
    await fixture.stop();
  }
}

async function each(ask: () => Promise<unknown>): Promise<void> {
  for (let count = 0; count < POLLS; count += 1) {
    await ask();
  }
}
