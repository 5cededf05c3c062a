import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { Knex } from 'knex';
import { AddressPolicy } from '../fabrics/network';
import {
  emptyTables,
  migrateUp,
  testDatabases,
} from './__testUtils__/testDatabases';
import type { GitEngine, GitRemote } from './git/GitEngine';
import { GitError } from './git/GitError';
import { fingerprintOf } from './git/SshAccess';
import { RepositoryService } from './RepositoryService';

jest.setTimeout(60_000);

const keyOf = (letters: string) =>
  `ssh-ed25519 ${Buffer.from(`key ${letters}`).toString('base64')}`;
const [ONE, TWO, THREE] = ['one', 'two', 'three'].map(keyOf);
const sha = 'a'.repeat(40);

/** A host behind ssh, which shows one key and answers those who expect it. */
class SshHost implements Partial<GitEngine> {
  key = ONE;
  readonly seen: GitRemote[] = [];

  hostKey = async () => ({
    key: this.key,
    fingerprint: fingerprintOf(this.key),
  });

  head = async (remote: GitRemote) => {
    this.seen.push(remote);
    if (!remote.hostKeys?.includes(this.key)) {
      throw new GitError('hostKeyChanged', 'another key', {
        pinned: remote.hostKeys?.map(fingerprintOf),
        shown: fingerprintOf(this.key),
      });
    }
    return sha;
  };
}

describe('SSH host keys', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let database: Knex;
    let host: SshHost;

    beforeAll(async () => {
      database = await databases.init(id);
      await migrateUp(database);
    });
    beforeEach(async () => {
      await emptyTables(database);
      host = new SshHost();
    });

    const replica = (url = 'git@git.fabric.example:team/f.git') => {
      const config = new ConfigReader({
        cnoc: { repositories: [{ name: 'r', url }] },
      });
      return RepositoryService.fromConfig({
        auditor: mockServices.auditor.mock(),
        config,
        database,
        logger: mockServices.logger.mock(),
        policy: AddressPolicy.fromConfig(config),
        now: () => new Date('2026-03-01T12:00:00Z'),
        engine: host as unknown as GitEngine,
      });
    };

    it('pins the first key, also for other replicas and after a restart', async () => {
      await expect(replica().head('r')).resolves.toBe(sha);
      host.key = TWO;
      await expect(replica().head('r')).rejects.toMatchObject({
        reason: 'hostKeyChanged',
      });
      expect(host.seen.map(one => one.hostKeys)).toEqual([[ONE], [ONE]]);
    });

    it('G16: a changed key is refused, with both fingerprints told', async () => {
      await replica().head('r');
      host.key = TWO;
      await replica()
        .head('r')
        .catch(() => {});
      const status = await replica().get('r');
      expect(status).toMatchObject({
        hostKey: { key: ONE, host: 'git.fabric.example' },
        offeredKey: fingerprintOf(TWO),
        health: { state: 'unreachable', reason: 'hostKeyChanged' },
      });
      host.key = ONE;
      await replica().head('r');
      expect((await replica().get('r')).offeredKey).toBeUndefined();
    });

    it('G16: the new key counts once somebody trusts that very one', async () => {
      await replica().head('r');
      host.key = TWO;
      const repositories = replica();
      const definition = await repositories.registry.get('r');
      await expect(
        repositories.hostKeys.trust(definition, fingerprintOf(THREE)),
      ).rejects.toThrow(fingerprintOf(TWO));
      await expect(
        repositories.hostKeys.trust(definition, fingerprintOf(TWO)),
      ).resolves.toEqual({
        before: fingerprintOf(ONE),
        after: fingerprintOf(TWO),
      });
      await expect(repositories.head('r')).resolves.toBe(sha);
    });

    it('another host begins anew; another path of the same one does not', async () => {
      await replica().head('r');
      host.key = TWO;
      const moved = replica('git@other.fabric.example:team/f.git');
      await expect(moved.head('r')).resolves.toBe(sha);
      const again = replica('git@other.fabric.example:team/g.git');
      host.key = THREE;
      await expect(again.head('r')).rejects.toThrow();
    });
  });
});
