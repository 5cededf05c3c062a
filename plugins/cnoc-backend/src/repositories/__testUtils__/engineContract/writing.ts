/* eslint-disable jest/no-export -- a contract is a set of tests that test files call */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changeOf } from './changeOf';
import { cloned } from './cloned';
import { EngineHarness } from './EngineHarness';

/** What is put on a branch, and what is left as it is. */
export function writing(at: EngineHarness): void {
  describe('writing', () => {
    const initial = {
      'README.md': 'hello',
      'fabrics/a/keep.yaml': '# kept\nkind: VPC\n',
      'fabrics/a/vpc.yaml': 'kind: VPC\n',
      'run.sh': { mode: '100755', content: '#!/bin/sh\n' },
      link: { mode: '120000', content: 'README.md' },
    };

    it('a commit changes its files and nothing else; stock git clones it', async () => {
      const base = at.server.commit(initial);
      const git = at.engine();
      await git.fetch(at.remote, base);
      const made = await git.push(
        at.remote,
        changeOf(base, {
          'fabrics/a/vpc.yaml': 'kind: VPC # changed\n',
          'fabrics/b/new/deep.yaml': 'kind: Switch\n',
          'run.sh': '#!/bin/sh\nexit\n',
          'README.md': null,
        }),
      );
      expect(made).toMatchObject({
        message: 'Widen the range',
        author: 'Network Team',
        at: '2026-11-22T03:00:00.000Z',
        parents: [base],
      });
      await expect(cloned(at.server.url, 'main')).resolves.toEqual({
        'fabrics/a/keep.yaml': '# kept\nkind: VPC\n',
        'fabrics/a/vpc.yaml': 'kind: VPC # changed\n',
        'fabrics/b/new/deep.yaml': 'kind: Switch\n',
        'run.sh': '#!/bin/sh\nexit\n',
      });
      const listed = at.server.git(['ls-tree', '-r', made.sha]);
      expect(listed).toMatch(/100755 blob \w+\trun\.sh/);
      expect(listed).toMatch(/120000 blob \w+\tlink/);
      expect(
        at.server.git(['log', '-1', '--format=%an|%ae|%cn|%B', made.sha]),
      ).toBe(
        'Network Team|network-team@lab.invalid|CNOC|Widen the range\n\nBecause it was too narrow.',
      );
      // The same change is the same commit, whichever engine makes it.
      expect(made.sha).toBe('dad399ccc237cdadb5722cbc226baea9bf5a7cf7');
      await git.fetch(at.remote, made.sha);
      await expect(git.head(at.remote, 'main')).resolves.toBe(made.sha);
    });

    it('a directory that loses its last file goes', async () => {
      const base = at.server.commit(initial);
      const git = at.engine();
      await git.push(
        at.remote,
        changeOf(base, {
          'fabrics/a/keep.yaml': null,
          'fabrics/a/vpc.yaml': null,
        }),
      );
      expect(at.server.git(['ls-tree', '--name-only', 'main'])).not.toContain(
        'fabrics',
      );
    });

    it('many files at once', async () => {
      const base = at.server.commit(initial);
      const files = Object.fromEntries(
        [...Array(500).keys()].map(i => [`f/${i % 7}/${i}.yaml`, `n: ${i}\n`]),
      );
      await at.engine().push(at.remote, changeOf(base, files));
      expect(Object.keys(await cloned(at.server.url, 'main'))).toHaveLength(
        504,
      );
    });

    it('a branch that moved is refused and nothing is written', async () => {
      const base = at.server.commit(initial);
      const git = at.engine();
      await git.fetch(at.remote, base);
      const theirs = at.server.commit(
        { ...initial, 'theirs.yaml': 'x' },
        { parents: [base] },
      );
      await expect(
        git.push(at.remote, changeOf(base, { 'a.yaml': 'mine' })),
      ).rejects.toMatchObject({ reason: 'moved' });
      expect(at.server.git(['rev-parse', 'main'])).toBe(theirs);
      await expect(
        git.push(
          at.remote,
          changeOf(base, { 'a.yaml': 'm' }, { expected: theirs }),
        ),
      ).rejects.toMatchObject({ reason: 'moved' });
      expect(at.server.git(['rev-parse', 'main'])).toBe(theirs);
    });

    it('a branch that moves between the look and the push is refused by the server', async () => {
      const base = at.server.commit(initial);
      const git = at.engine();
      await git.fetch(at.remote, base);
      let theirs = '';
      at.server.intercept = req => {
        if (req.method === 'POST' && req.url!.includes('receive-pack')) {
          theirs = at.server.commit(
            { ...initial, 'theirs.yaml': 'x' },
            { parents: [base] },
          );
        }
        return false;
      };
      await expect(
        git.push(at.remote, changeOf(base, { 'a.yaml': 'mine' })),
      ).rejects.toMatchObject({ reason: 'moved' });
      expect(theirs).not.toBe('');
      expect(at.server.git(['rev-parse', 'main'])).toBe(theirs);
    });

    it('a new branch begins at the base; one that exists is refused', async () => {
      const base = at.server.commit(initial);
      const git = at.engine();
      const change = changeOf(
        base,
        { 'a.yaml': 'a' },
        { branch: 'cnoc/change-1', expected: undefined },
      );
      const made = await git.push(at.remote, change);
      expect(at.server.git(['rev-parse', 'cnoc/change-1'])).toBe(made.sha);
      expect(at.server.git(['rev-parse', 'main'])).toBe(base);
      await expect(
        git.push(at.remote, {
          ...change,
          files: [{ path: 'b.yaml', content: Buffer.from('b') }],
        }),
      ).rejects.toMatchObject({ reason: 'moved' });
      expect(at.server.git(['rev-parse', 'cnoc/change-1'])).toBe(made.sha);
    });

    it('a branch that a rule of the host protects is forbidden', async () => {
      const base = at.server.commit(initial);
      writeFileSync(
        join(at.server.directory, 'hooks-pre-receive'),
        '#!/bin/sh\necho protected >&2\nexit 1\n',
        { mode: 0o755 },
      );
      at.server.git([
        'config',
        'core.hooksPath',
        join(at.server.directory, 'h'),
      ]);
      execFileSync('mkdir', ['-p', join(at.server.directory, 'h')]);
      execFileSync('mv', [
        join(at.server.directory, 'hooks-pre-receive'),
        join(at.server.directory, 'h', 'pre-receive'),
      ]);
      await expect(
        at.engine().push(at.remote, changeOf(base, { 'a.yaml': 'a' })),
      ).rejects.toMatchObject({ reason: 'forbidden' });
      expect(at.server.git(['rev-parse', 'main'])).toBe(base);
    });

    it('credentials that may read but not write are told', async () => {
      const base = at.server.commit(initial);
      at.server.intercept = (req, res) => {
        if (!req.url!.includes('receive-pack')) {
          return false;
        }
        res.writeHead(403).end('no');
        return true;
      };
      await expect(
        at.engine().push(at.remote, changeOf(base, { 'a.yaml': 'a' })),
      ).rejects.toMatchObject({ reason: 'forbidden' });
    });

    it.each([
      '../x.yaml',
      '/x.yaml',
      '.git/config',
      'a/.GIT/x',
      'a//b',
      'a\nb',
      'git~1/x',
      '',
    ])('G6: a commit does not write the path %j', async path => {
      const base = at.server.commit(initial);
      await expect(
        at.engine().push(at.remote, changeOf(base, { [path]: 'x' })),
      ).rejects.toMatchObject({ name: 'InputError' });
      expect(at.server.git(['rev-parse', 'main'])).toBe(base);
    });

    it.each([['link'], ['link/x'], ['fabrics'], ['README.md/x']])(
      'G5: %s is not written through or over',
      async path => {
        const base = at.server.commit(initial);
        await expect(
          at.engine().push(at.remote, changeOf(base, { [path]: 'x' })),
        ).rejects.toMatchObject({ name: 'InputError' });
      },
    );

    it('an author cannot smuggle lines into the commit', async () => {
      const base = at.server.commit(initial);
      const made = await at
        .engine()
        .push(
          at.remote,
          changeOf(
            base,
            { 'a.yaml': 'a' },
            { author: { name: 'A>\nparent x', email: '<b\n>' } },
          ),
        );
      const raw = at.server.git(['cat-file', 'commit', made.sha]);
      expect(raw.match(/^(tree|parent|author|committer) /gm)).toHaveLength(4);
    });

    it('a change that changes nothing is refused', async () => {
      const base = at.server.commit(initial);
      await expect(
        at.engine().push(at.remote, changeOf(base, { 'README.md': 'hello' })),
      ).rejects.toMatchObject({ reason: 'rejected' });
    });
  });
}
