import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AddressPolicy } from '../../../fabrics/network';
import { gitEngineContract } from '../../__testUtils__/gitEngineContract';
import { IsomorphicGitEngine } from './IsomorphicGitEngine';

describe('IsomorphicGitEngine', () => {
  gitEngineContract('isomorphic', options =>
    IsomorphicGitEngine.create(options),
  );

  it('says plainly that it knows no ssh', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'cnoc-cache-'));
    const git = IsomorphicGitEngine.create({
      directory,
      policy: AddressPolicy.create([]),
    });
    const remote = { name: 'x', url: 'ssh://git@git.example/x.git' };
    for (const asking of [
      git.head(remote, 'main'),
      git.branches(remote),
      git.fetch(remote, 'main'),
      git.hostKey(),
    ]) {
      await expect(asking).rejects.toMatchObject({
        reason: 'unsupported',
        message: expect.stringMatching(
          /install them, or use the https address/,
        ),
      });
    }
    await git.close();
    rmSync(directory, { recursive: true, force: true });
  });
});
