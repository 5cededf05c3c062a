/* eslint-disable jest/no-export -- a contract is a set of tests that test files call */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { noise } from '../noise';
import { changeOf } from './changeOf';
import { EngineHarness } from './EngineHarness';
import { tamper } from './tamper';

/** What a repository may hold to do harm. */
export function hostileContent(at: EngineHarness): void {
  describe('hostile content', () => {
    it('G5: links are told from files and never followed', async () => {
      const sha = at.server.commit({
        'f/passwd.yaml': { mode: '120000', content: '/etc/passwd' },
        'f/chain': { mode: '120000', content: 'passwd.yaml' },
        'f/dangling': { mode: '120000', content: '../../nowhere' },
        'f/sub': { mode: '160000', oid: '1'.repeat(40) },
        linked: { mode: '120000', content: 'f' },
      });
      const git = at.engine();
      await git.fetch(at.remote, sha);
      const types = (await git.tree(at.remote, sha, 'f')).map(
        ({ path, type, size }) => [path, type, size > 0],
      );
      expect(types).toEqual([
        ['f/chain', 'symlink', true],
        ['f/dangling', 'symlink', true],
        ['f/passwd.yaml', 'symlink', true],
        ['f/sub', 'submodule', false],
      ]);
      await expect(git.tree(at.remote, sha, 'linked')).rejects.toMatchObject({
        reason: 'pathMissing',
      });
      await expect(git.tree(at.remote, sha, 'linked/x')).rejects.toMatchObject({
        reason: 'pathMissing',
      });
    });

    it.each(['..', '.', '.git', '.GIT', 'git~1', '.git ', '.g\u200cit'])(
      'G6: a tree with the entry %j is rejected',
      async name => {
        const good = at.server.commit({ 'a.yaml': 'good' });
        const git = at.engine();
        await git.fetch(at.remote, good);
        const sha = at.server.commit({
          [`f/${name}/config`]: 'x',
          'a.yaml': 'a',
        });
        await expect(git.fetch(at.remote, sha)).rejects.toMatchObject({
          reason: 'rejected',
          message: expect.stringMatching(/unsafe/),
        });
        await expect(at.textsOf(git, good)).resolves.toEqual({
          'a.yaml': 'good',
        });
      },
    );

    it('G7: submodules, filters and hooks are neither fetched nor run', async () => {
      const owned = join(at.directory, 'owned');
      const sha = at.server.commit({
        '.gitattributes': '*.yaml filter=own diff=own\n',
        '.gitmodules': `[submodule "s"]\n\tpath = s\n\turl = ${at.server.url}-other\n`,
        s: { mode: '160000', oid: '1'.repeat(40) },
        'hooks/post-checkout': {
          mode: '100755',
          content: `#!/bin/sh\ntouch ${owned}\n`,
        },
        'a.yaml': 'version https://git-lfs.github.com/spec/v1\n',
      });
      const git = at.engine();
      await git.fetch(at.remote, sha);
      await expect(
        git.tree(at.remote, sha, '').then(tree => tree.map(({ type }) => type)),
      ).resolves.toEqual(['file', 'file', 'file', 'file', 'submodule']);
      const [pointer] = (await git.tree(at.remote, sha, '')).filter(
        entry => entry.path === 'a.yaml',
      );
      const blobs = await git.blobs(at.remote, [pointer.oid]);
      expect(Buffer.from(blobs.get(pointer.oid)!).toString()).toMatch(
        /^version/,
      );
      expect(existsSync(owned)).toBe(false);
      expect(
        at.server.requests.some(request => request.path.includes('-other')),
      ).toBe(false);
    });

    it('G8: a repository beyond the byte cap is stopped, and the old state is kept', async () => {
      const good = at.server.commit({ 'a.yaml': 'good' });
      const git = at.engine({ maxRepositoryBytes: 1_500_000 });
      await git.fetch(at.remote, good);
      const sha = at.server.commit({ 'big.yaml': noise(3_000_000) });
      await expect(git.fetch(at.remote, sha)).rejects.toMatchObject({
        reason: 'tooLarge',
      });
      await git.fetch(at.remote, good);
      await expect(at.textsOf(git, good)).resolves.toEqual({
        'a.yaml': 'good',
      });
    });

    it('G8: more objects than the cap are stopped', async () => {
      const sha = at.server.commit(
        Object.fromEntries(
          [...Array(60).keys()].map(i => [`f${i}.yaml`, `kind: ${i}\n`]),
        ),
      );
      const git = at.engine({ maxObjects: 20 });
      await expect(git.fetch(at.remote, sha)).rejects.toMatchObject({
        reason: 'tooLarge',
      });
    });

    it('G8: many refs are not listed, or stopped at the cap', async () => {
      const sha = at.server.commit({ 'a.yaml': 'a' });
      at.server.branches(
        [...Array(3000).keys()].map(i => `b${i}`),
        sha,
      );
      const git = at.engine({ maxRefs: 2000 });
      await expect(git.head(at.remote, 'main')).resolves.toBe(sha);
      at.server.oldProtocol = true;
      await expect(
        at.engine({ maxRefs: 2000 }).head(at.remote, 'main'),
      ).rejects.toMatchObject({ reason: 'tooLarge' });
    });

    it('G8: a listing or a read beyond its cap is stopped', async () => {
      const sha = at.server.commit({ 'a.yaml': 'x'.repeat(5_000) });
      const git = at.engine({ maxReadBytes: 1_000 });
      await git.fetch(at.remote, sha);
      const [{ oid, size }] = await git.tree(at.remote, sha, '');
      expect(size).toBe(5_000);
      await expect(git.blobs(at.remote, [oid])).rejects.toMatchObject({
        reason: 'tooLarge',
      });
    });

    it('G9: a small pack that inflates to much is stopped', async () => {
      const sha = at.server.commit({ 'bomb.yaml': Buffer.alloc(48_000_000) });
      const git = at.engine({
        maxInflatedBytes: 8_000_000,
        maxReadBytes: 8_000_000,
      });
      const reading = git
        .fetch(at.remote, sha)
        .then(() => git.tree(at.remote, sha, ''))
        .then(([entry]) => git.blobs(at.remote, [entry.oid]));
      await expect(reading).rejects.toMatchObject({ reason: 'tooLarge' });
    });

    it('G9: a tree that contains itself many times over is stopped at the cap of a listing', async () => {
      const blob = at.server.git(['hash-object', '-w', '--stdin'], 'x');
      let tree = at.server.git(['mktree'], `100644 blob ${blob}\ta\n`);
      const copies = (of: string) =>
        [...'abcdefgh'].map(name => `040000 tree ${of}\t${name}\n`).join('');
      for (let depth = 0; depth < 8; depth += 1) {
        tree = at.server.git(['mktree'], copies(tree));
      }
      const sha = at.server.git([
        '-c',
        'user.name=x',
        '-c',
        'user.email=x@lab.invalid',
        'commit-tree',
        tree,
        '-m',
        'x',
      ]);
      at.server.git(['update-ref', 'refs/heads/main', sha]);
      const git = at.engine({ maxListingBytes: 1_000_000 });
      await git.fetch(at.remote, sha);
      await expect(git.tree(at.remote, sha, '')).rejects.toMatchObject({
        reason: 'tooLarge',
      });
    });

    it.each([
      ['breaks off', (_chunk: Buffer) => undefined],
      [
        'is damaged',
        (chunk: Buffer) => {
          chunk[chunk.length - 30] ^= 0xff;
          return chunk;
        },
      ],
    ])(
      'G10: a pack that %s is an error, and what was fetched before stays',
      async (_how, change) => {
        const first = at.server.commit({ 'a.yaml': 'one' });
        const git = at.engine();
        await git.fetch(at.remote, first);
        const second = at.server.commit({ 'a.yaml': noise(20_000) });
        at.server.intercept = (req, res) => {
          if (req.method === 'POST') {
            let seen = 0;
            tamper(res, chunk => {
              seen += chunk.length;
              return seen > 5_000 ? change(chunk) : chunk;
            });
          }
          return false;
        };
        await expect(git.fetch(at.remote, second)).rejects.toMatchObject({
          name: 'GitError',
          reason: expect.stringMatching(/broken|rejected/),
        });
        at.server.intercept = undefined;
        await expect(at.textsOf(git, first)).resolves.toEqual({
          'a.yaml': 'one',
        });
        await git.fetch(at.remote, second);
        await expect(git.tree(at.remote, second, '')).resolves.toHaveLength(1);
      },
    );

    it('G22: odd names are listed exactly and do not collide', async () => {
      const nfc = 'caf\u00e9.yaml';
      const nfd = 'cafe\u0301.yaml';
      const long = `${'n'.repeat(250)}.yaml`;
      const sha = at.server.commit({
        [nfc]: 'nfc',
        [nfd]: 'nfd',
        'Case.yaml': 'upper',
        'case.yaml': 'lower',
        [long]: 'long',
        'new\nline.yaml': 'newline',
        'tab\tquote".yaml': 'tab',
      });
      const git = at.engine();
      await git.fetch(at.remote, sha);
      await expect(at.textsOf(git, sha)).resolves.toEqual({
        [nfc]: 'nfc',
        [nfd]: 'nfd',
        'Case.yaml': 'upper',
        'case.yaml': 'lower',
        [long]: 'long',
        'new\nline.yaml': 'newline',
        'tab\tquote".yaml': 'tab',
      });
    });

    it('G22: a name that is not UTF-8 is marked, and survives a commit beside it', async () => {
      const blob = at.server.git(['hash-object', '-w', '--stdin'], 'odd');
      const tree = at.server.git(
        ['mktree', '-z'],
        Buffer.concat([
          Buffer.from(`100644 blob ${blob}\t`),
          Buffer.from([0x6c, 0xff, 0x2e, 0x79]),
          Buffer.from(`\0`),
        ]),
      );
      const sha = at.server.git([
        '-c',
        'user.name=x',
        '-c',
        'user.email=x@lab.invalid',
        'commit-tree',
        tree,
        '-m',
        'x',
      ]);
      at.server.git(['update-ref', 'refs/heads/main', sha]);
      const git = at.engine();
      await git.fetch(at.remote, sha);
      await expect(git.tree(at.remote, sha, '')).resolves.toEqual([
        { path: 'l\ufffd.y', type: 'file', oid: blob, size: 3, badName: true },
      ]);
      const made = await git.push(at.remote, changeOf(sha, { 'b.yaml': 'b' }));
      expect(at.server.git(['ls-tree', made.sha])).toContain('"l\\377.y"');
    });

    it('G23: author and message are inert and cut', async () => {
      const sha = at.server.commit(
        { 'a.yaml': 'a' },
        {
          message: `\u001b[31mred\u001b[0m <b>x</b>\u202e ${'y'.repeat(5_000)}`,
          name: 'ops\u0007 team',
        },
      );
      const git = at.engine();
      await git.fetch(at.remote, sha);
      const commit = await git.commit(at.remote, sha);
      expect(commit.message).toMatch(/^red <b>x<\/b> y+…$/);
      expect(commit.message).toHaveLength(200);
      expect(commit.author).toBe('ops team');
    });
  });
}
