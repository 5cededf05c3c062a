/* eslint-disable jest/no-export -- a contract is a set of tests that test files call */
import { EngineHarness } from './EngineHarness';

/** What a remote holds is read as it is. */
export function reading(at: EngineHarness): void {
  describe('reading', () => {
    it.each([false, true])(
      'gives head, tree, blobs and commit of a remote (old protocol: %s)',
      async oldProtocol => {
        at.server.oldProtocol = oldProtocol;
        const sha = at.server.commit(
          {
            'fabrics/a/vpc.yaml': 'kind: VPC\n',
            'fabrics/a/deep/empty.yaml': '',
            'fabrics/a.yaml': 'beside',
            'fabrics/b/other.yaml': 'kind: Switch\n',
            'README.md': 'hello',
          },
          { message: 'first line\n\nmore' },
        );
        const git = at.engine();
        await expect(git.head(at.remote, 'main')).resolves.toBe(sha);
        await git.fetch(at.remote, sha);
        const tree = await git.tree(at.remote, sha, 'fabrics/a');
        expect(tree.map(({ path, type, size }) => [path, type, size])).toEqual([
          ['fabrics/a/deep/empty.yaml', 'file', 0],
          ['fabrics/a/vpc.yaml', 'file', 10],
        ]);
        await expect(at.textsOf(git, sha, 'fabrics/a')).resolves.toEqual({
          'fabrics/a/deep/empty.yaml': '',
          'fabrics/a/vpc.yaml': 'kind: VPC\n',
        });
        await expect(git.commit(at.remote, sha)).resolves.toEqual({
          sha,
          message: 'first line',
          author: 'network-team',
          at: '2026-03-01T10:00:00.000Z',
        });
        const all = await git.tree(at.remote, sha, '');
        expect(all.map(entry => entry.path)).toEqual([
          'README.md',
          'fabrics/a.yaml',
          'fabrics/a/deep/empty.yaml',
          'fabrics/a/vpc.yaml',
          'fabrics/b/other.yaml',
        ]);
      },
    );

    it('fetches a branch by name', async () => {
      const sha = at.server.commit({ 'a.yaml': 'a' }, { branch: 'next' });
      const git = at.engine();
      await git.fetch(at.remote, 'next');
      await expect(at.textsOf(git, sha)).resolves.toEqual({ 'a.yaml': 'a' });
    });

    it('lists branches, a thousand at most', async () => {
      const sha = at.server.commit({ 'a.yaml': 'a' });
      at.server.commit({ 'a.yaml': 'b' }, { branch: 'team/next' });
      at.server.git(['tag', 'v1', sha]);
      const git = at.engine();
      const branches = await git.branches(at.remote);
      expect(branches.map(({ name }) => name)).toEqual(['main', 'team/next']);
      expect(branches[0]).toEqual({ name: 'main', sha });
      at.server.branches(
        [...Array(1100).keys()].map(i => `b${i}`),
        sha,
      );
      await expect(git.branches(at.remote)).resolves.toHaveLength(1000);
    });

    it('one fetch serves all paths of a commit', async () => {
      const sha = at.server.commit({ 'a.yaml': 'a' });
      const git = at.engine();
      await git.fetch(at.remote, sha);
      const before = at.server.requests.length;
      await git.fetch(at.remote, sha);
      expect(at.server.requests).toHaveLength(before);
    });

    it('what was read stays readable when another commit is fetched', async () => {
      const first = at.server.commit({ 'a.yaml': 'one', 'b.yaml': 'same' });
      const git = at.engine();
      await git.fetch(at.remote, first);
      const second = at.server.commit(
        { 'a.yaml': 'two', 'b.yaml': 'same' },
        { parents: [first] },
      );
      await git.fetch(at.remote, second);
      await expect(at.textsOf(git, first)).resolves.toMatchObject({
        'a.yaml': 'one',
      });
      await expect(at.textsOf(git, second)).resolves.toEqual({
        'a.yaml': 'two',
        'b.yaml': 'same',
      });
      await expect(git.commit(at.remote, second)).resolves.toMatchObject({
        parents: [first],
      });
      // A successor in the same folder starts from what is there.
      const before = at.server.requests.length;
      const successor = at.engine();
      await successor.fetch(at.remote, second);
      await expect(at.textsOf(successor, first)).resolves.toMatchObject({
        'a.yaml': 'one',
      });
      expect(at.server.requests).toHaveLength(before);
    });

    it('an abort ends a question and a fetch', async () => {
      const sha = at.server.commit({ 'a.yaml': 'a' });
      const git = at.engine();
      const controller = new AbortController();
      at.server.intercept = () => {
        setImmediate(() => controller.abort());
        return true;
      };
      await expect(
        git.head(at.remote, 'main', controller.signal),
      ).rejects.toMatchObject({ reason: 'aborted' });
      await expect(
        git.fetch(at.remote, sha, controller.signal),
      ).rejects.toMatchObject({ reason: 'aborted' });
    });
  });
}
