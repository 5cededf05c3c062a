/* eslint-disable jest/no-export -- a contract is a set of tests that test files call */
import { EngineHarness } from './EngineHarness';

/** What a remote may become. */
export function states(at: EngineHarness): void {
  describe('states of a remote', () => {
    it('G11: a rewritten history is read like any other, and told', async () => {
      const first = at.server.commit({ 'a.yaml': 'one' });
      const next = at.server.commit({ 'a.yaml': 'two' }, { parents: [first] });
      const later = at.server.commit({ 'a.yaml': '3' }, { parents: [next] });
      const git = at.engine();
      await git.fetch(at.remote, later);
      await expect(git.isAncestor!(at.remote, later, later)).resolves.toBe(
        true,
      );
      await expect(git.isAncestor!(at.remote, next, later)).resolves.toBe(true);
      await expect(git.isAncestor!(at.remote, first, later)).resolves.toBe(
        true,
      );
      const rewritten = at.server.commit(
        { 'b.yaml': 'x' },
        { parents: [first] },
      );
      await expect(git.head(at.remote, 'main')).resolves.toBe(rewritten);
      await git.fetch(at.remote, rewritten);
      await expect(git.isAncestor!(at.remote, later, rewritten)).resolves.toBe(
        false,
      );
      await expect(at.textsOf(git, rewritten)).resolves.toEqual({
        'b.yaml': 'x',
      });
      await expect(git.commit(at.remote, later)).resolves.toMatchObject({
        sha: later,
      });
    });

    it('G11: where history cannot be had cheaply, nothing is claimed', async () => {
      const first = at.server.commit({ 'a.yaml': 'one' });
      const next = at.server.commit({ 'a.yaml': 'two' }, { parents: [first] });
      const later = at.server.commit({ 'a.yaml': '3' }, { parents: [next] });
      at.server.git(['config', 'uploadpack.allowFilter', 'false']);
      const git = at.engine();
      await git.fetch(at.remote, later);
      await expect(git.isAncestor!(at.remote, next, later)).resolves.toBe(true);
      await expect(git.isAncestor!(at.remote, first, later)).resolves.toBe(
        undefined,
      );
    });

    it.each([false, true])(
      'G12: no branch, an empty repository, no directory: each its own state (old protocol: %s)',
      async oldProtocol => {
        at.server.oldProtocol = oldProtocol;
        const git = at.engine();
        await expect(git.head(at.remote, 'main')).rejects.toMatchObject({
          reason: 'empty',
        });
        await expect(git.branches(at.remote)).resolves.toEqual([]);
        const sha = at.server.commit({ 'a.yaml': 'one' });
        await expect(git.head(at.remote, 'mai')).rejects.toMatchObject({
          reason: 'branchMissing',
        });
        await git.fetch(at.remote, sha);
        for (const path of ['fabrics', 'a.yaml', 'a.yaml/b']) {
          await expect(git.tree(at.remote, sha, path)).rejects.toMatchObject({
            reason: 'pathMissing',
          });
        }
        // A tag of the same name is not the branch.
        at.server.git(['tag', 'release', sha]);
        at.server.deleteBranch('main');
        for (const name of ['main', 'release']) {
          await expect(git.head(at.remote, name)).rejects.toMatchObject({
            reason: 'branchMissing',
            retryable: false,
          });
        }
      },
    );

    it('a commit that the remote does not have is told', async () => {
      at.server.commit({ 'a.yaml': 'one' });
      await expect(
        at.engine().fetch(at.remote, '1'.repeat(40)),
      ).rejects.toMatchObject({ reason: 'commitMissing' });
    });

    it('G18: a remote that advances during a sync gives one commit, whole', async () => {
      const files = (text: string) =>
        Object.fromEntries(
          [...Array(20).keys()].map(i => [`f${i}.yaml`, text]),
        );
      const first = at.server.commit(files('one'));
      const git = at.engine();
      const sha = await git.head(at.remote, 'main');
      at.server.commit(files('two'), { parents: [first] });
      await git.fetch(at.remote, sha);
      at.server.commit(files('three'), { parents: [first] });
      const texts = Object.values(await at.textsOf(git, sha));
      expect(new Set(texts)).toEqual(new Set(['one']));
    });
  });
}
