import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AddressPolicy } from '../../fabrics/network';
import { gitEngineContract } from '../__testUtils__/gitEngineContract';
import { TestGitServer } from '../__testUtils__/TestGitServer';
import { GitRemote } from './GitEngine';
import { SystemGitEngine } from './SystemGitEngine';

describe('SystemGitEngine', () => {
  gitEngineContract('system', options => SystemGitEngine.create(options));

  describe('with the machine’s git', () => {
    let server: TestGitServer;
    let directory: string;
    let remote: GitRemote;
    const policy = AddressPolicy.create(['127.0.0.1']);
    const wrapped = (name: string, script: string) => {
      const binary = join(directory, name);
      writeFileSync(binary, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
      return SystemGitEngine.create({ directory, policy, binary });
    };

    beforeEach(async () => {
      server = await TestGitServer.start();
      directory = mkdtempSync(join(tmpdir(), 'cnoc-cache-'));
      remote = { name: 'lab', url: server.url };
    });

    afterEach(async () => {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    });

    it('a git that would ignore the hardening is not used', async () => {
      await expect(
        wrapped('old-git', 'echo git version 2.30.1').fetch(remote, 'main'),
      ).rejects.toThrow(/2\.39 or newer/);
      await expect(
        SystemGitEngine.create({
          directory,
          policy,
          binary: join(directory, 'none'),
        }).fetch(remote, 'main'),
      ).rejects.toThrow(/install git/);
      expect(server.requests).toHaveLength(0);
    });

    it('G4: the token goes by a header, and to no command line', async () => {
      const sha = server.commit({ 'a.yaml': 'a' });
      const commandLines: string[] = [];
      server.intercept = () => {
        for (const pid of readdirSync('/proc').filter(name =>
          /^\d+$/.test(name),
        )) {
          try {
            commandLines.push(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
          } catch {
            // The process has ended meanwhile.
          }
        }
        return false;
      };
      const git = SystemGitEngine.create({ directory, policy });
      await git.fetch(
        { ...remote, auth: { type: 'token', secret: 'canary-token' } },
        sha,
      );
      expect(commandLines.some(line => line.includes('fetch'))).toBe(true);
      const basic = Buffer.from('x-access-token:canary-token').toString(
        'base64',
      );
      expect(server.requests[0].authorization).toBe(`Basic ${basic}`);
      expect(commandLines.join()).not.toContain('canary-token');
      expect(commandLines.join()).not.toContain(basic);
      const kept = readdirSync(directory, {
        recursive: true,
        encoding: 'utf8',
      });
      expect(kept.some(name => name.endsWith('config'))).toBe(true);
      for (const name of kept.filter(each => each.endsWith('config'))) {
        expect(readFileSync(join(directory, name), 'utf8')).not.toMatch(
          /canary/,
        );
      }
      await git.close();
    });
  });
});
