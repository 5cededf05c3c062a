import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { Knex } from 'knex';
import {
  emptyTables,
  migrateUp,
  testDatabases,
} from '../repositories/__testUtils__/testDatabases';
import { CredentialService, sealedCredentials } from './CredentialService';
import { DatabaseCredentialStore } from './DatabaseCredentialStore';
import { DatabaseKeyRotationStore } from './DatabaseKeyRotationStore';
import { KeyRotation } from './KeyRotation';
import type { KeyRotationStore } from './KeyRotationStore';
import { Vault } from './Vault';

jest.setTimeout(60_000);

const secretOf = (id: string) => `${id}-Zx8q4vT0pLw7sJm2hRk9bNd5yU-abcdef`;
const MANY = 45;

describe('KeyRotation', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', dbId => {
    let database: Knex;
    const rotations: KeyRotation[] = [];

    beforeAll(async () => {
      database = await databases.init(dbId);
      await migrateUp(database);
    });
    beforeEach(() => emptyTables(database));
    afterEach(async () => {
      await Promise.all(rotations.splice(0).map(one => one.stop()));
    });

    /** One replica with a ring of its own; `fault` breaks its store. */
    const replica = (
      ids: string[],
      fault: (
        store: KeyRotationStore,
      ) => Partial<KeyRotationStore> = () => ({}),
    ) => {
      const logger = mockServices.logger.mock();
      const vault = Vault.fromConfig(
        new ConfigReader({
          cnoc: {
            encryption: {
              keys: ids.map(id => ({ id, secret: secretOf(id) })),
            },
          },
        }),
      );
      const credentials = CredentialService.create({
        store: DatabaseCredentialStore.create({ database }),
        vault,
        auditor: mockServices.auditor.mock({
          createEvent: async () => ({
            success: async () => {},
            fail: async () => {},
          }),
        }),
        logger,
        now: () => new Date(),
      });
      const store = DatabaseKeyRotationStore.create({
        database,
        columns: [sealedCredentials],
      });
      const rotation = KeyRotation.create({
        store: { ...store, ...fault(store) },
        vault,
        logger,
        now: () => new Date(),
      });
      rotations.push(rotation);
      return { credentials, rotation, logger };
    };
    const store = async (
      { credentials }: { credentials: CredentialService },
      names: string[],
    ) => {
      for (const name of names) {
        await credentials.create({ name, type: 'token', secret: `of-${name}` });
      }
    };
    const open = (
      { credentials }: { credentials: CredentialService },
      name: string,
    ) => credentials.open(name, { repository: 'r', action: 'read' });
    const names = Array.from(
      { length: MANY },
      (_, index) => `c${String(index).padStart(2, '0')}`,
    );
    /** As time passes, the lease of one that died runs out. */
    const leaseRunsOut = () =>
      database('key_rotations').update({ held_until: 0 });

    it('re-encrypts everything under the newest key, and tells how far it is', async () => {
      await store(replica(['k1']), names);
      const both = replica(['k2', 'k1']);
      expect(await both.rotation.progress()).toMatchObject({
        state: 'idle',
        newestKey: 'k2',
        keys: [
          { id: 'k2', newest: true, values: 0 },
          { id: 'k1', newest: false, values: MANY },
        ],
      });
      await both.rotation.begin('user:default/admin');
      await both.rotation.idle();
      expect(await both.rotation.progress()).toMatchObject({
        state: 'done',
        total: MANY,
        done: MANY,
        failed: [],
        startedBy: 'user:default/admin',
        finishedAt: expect.any(String),
        keys: [
          { id: 'k2', values: MANY },
          { id: 'k1', values: 0 },
        ],
      });
      await expect(open(replica(['k2']), 'c07')).resolves.toMatchObject({
        secret: 'of-c07',
      });
    });

    it('S6: leaves fingerprints and etags as they are, for no value has changed', async () => {
      await store(replica(['k1']), ['a']);
      const both = replica(['k2', 'k1']);
      const before = await both.credentials.get('a');
      await both.rotation.begin('me');
      await both.rotation.idle();
      const after = await both.credentials.get('a');
      expect(after).toEqual({ ...before, sealed: after.sealed });
      expect(after.sealed).not.toBe(before.sealed);
    });

    it.each<
      [
        string,
        (
          real: KeyRotationStore,
          times: () => number,
        ) => Partial<KeyRotationStore>,
      ]
    >([
      [
        'before the first row',
        (real, times) => ({
          rows: async () => {
            if (times() > 1) throw new Error('killed');
            return real.rows();
          },
        }),
      ],
      [
        'between two rows',
        (real, times) => ({
          swap: async (row, sealed) => {
            if (times() > 10) throw new Error('killed');
            return real.swap(row, sealed);
          },
        }),
      ],
      [
        'after a row was swapped and before that was noted',
        (real, times) => ({
          save: async (...args) => {
            if (times() > 1) throw new Error('killed');
            return real.save(...args);
          },
        }),
      ],
      [
        'before the end was noted',
        () => ({
          finish: async () => {
            throw new Error('killed');
          },
        }),
      ],
    ])(
      'S6: killed %s, it loses nothing, and another replica goes on',
      async (_when, fault) => {
        await store(replica(['k1']), names);
        let calls = 0;
        const dying = replica(['k2', 'k1'], real => fault(real, () => ++calls));
        await dying.rotation.begin('me').catch(() => {});
        await dying.rotation.idle();

        const next = replica(['k2', 'k1']);
        expect((await next.rotation.progress()).state).not.toBe('done');
        for (const name of names) {
          await expect(open(next, name)).resolves.toMatchObject({
            secret: `of-${name}`,
          });
        }
        await leaseRunsOut();
        await next.rotation.begin('me');
        await next.rotation.idle();
        expect(await next.rotation.progress()).toMatchObject({
          state: 'done',
          done: MANY,
        });
        await expect(open(replica(['k2']), 'c44')).resolves.toMatchObject({
          secret: 'of-c44',
        });
      },
    );

    it('S6: two replicas do not do it twice', async () => {
      await store(replica(['k1']), names);
      let swaps = 0;
      const counting = (real: KeyRotationStore): Partial<KeyRotationStore> => ({
        swap: (row, sealed) => {
          swaps += 1;
          return real.swap(row, sealed);
        },
      });
      const [one, two] = [
        replica(['k2', 'k1'], counting),
        replica(['k2', 'k1'], counting),
      ];
      await Promise.all([one.rotation.begin('a'), two.rotation.begin('b')]);
      await Promise.all([one.rotation.idle(), two.rotation.idle()]);
      expect(swaps).toBe(MANY);
      expect((await one.rotation.progress()).state).toBe('done');
    });

    it('S6: a value that is read, changed or stored meanwhile stays right', async () => {
      await store(replica(['k1']), names);
      const other = replica(['k2', 'k1']);
      const read: unknown[] = [];
      const both = replica(['k2', 'k1'], real => ({
        swap: async (row, sealed) => {
          if (row.name === 'c05') {
            await other.credentials.update('c05', { secret: 'newer' });
          }
          if (row.name === 'c06') read.push(await open(other, 'c06'));
          const swapped = await real.swap(row, sealed);
          if (row.name === 'c06') read.push(await open(other, 'c06'));
          return swapped;
        },
      }));
      await both.rotation.begin('me');
      await both.rotation.idle();
      expect(read).toMatchObject([{ secret: 'of-c06' }, { secret: 'of-c06' }]);
      await expect(open(replica(['k2']), 'c05')).resolves.toMatchObject({
        secret: 'newer',
      });
    });

    it('S6: a title that is changed beside it does not bring the old ciphertext back', async () => {
      await store(replica(['k1']), ['a']);
      const both = replica(['k2', 'k1']);
      const stale = replica(['k2', 'k1']);
      const get = stale.credentials.get.bind(stale.credentials);
      jest.spyOn(stale.credentials, 'get').mockImplementation(async name => {
        const record = await get(name);
        await both.rotation.begin('me');
        await both.rotation.idle();
        return record;
      });
      await stale.credentials.update('a', { title: 'new' });
      await expect(open(replica(['k2']), 'a')).resolves.toMatchObject({
        secret: 'of-a',
      });
    });

    it('S6: a key that was taken from the ring too early is told, and its values wait for it', async () => {
      await store(replica(['k1']), ['a', 'b']);
      const early = replica(['k2']);
      await store(early, ['c']);
      await early.rotation.start();
      expect(early.logger.error).toHaveBeenCalledWith(
        expect.stringMatching(/lacks key 'k1', which 2 stored values need/),
      );
      await early.rotation.begin('me');
      await early.rotation.idle();
      expect(await early.rotation.progress()).toMatchObject({
        state: 'failed',
        done: 1,
        failed: ['credentials/a', 'credentials/b'],
        keys: [
          { id: 'k2', values: 1 },
          { id: 'k1', newest: false, values: 2 },
        ],
      });
      await expect(open(early, 'c')).resolves.toMatchObject({ secret: 'of-c' });
      await expect(open(early, 'a')).rejects.toMatchObject({ reason: 'noKey' });
      expect(
        early.credentials.isReadable(await early.credentials.get('a')),
      ).toBe(false);

      const restored = replica(['k2', 'k1']);
      await restored.rotation.begin('me');
      await restored.rotation.idle();
      expect((await restored.rotation.progress()).state).toBe('done');
    });

    it('S5: a row that got the ciphertext of another one does not open; others do', async () => {
      const one = replica(['k1']);
      await store(one, ['a', 'b']);
      const { sealed } = await database('credentials')
        .where({ name: 'b' })
        .first();
      await database('credentials').where({ name: 'a' }).update({ sealed });
      await expect(open(one, 'a')).rejects.toMatchObject({ reason: 'damaged' });
      await expect(open(one, 'b')).resolves.toMatchObject({ secret: 'of-b' });
      await one.credentials.update('a', { secret: 'entered again' });
      await expect(open(one, 'a')).resolves.toMatchObject({
        secret: 'entered again',
      });
    });
  });
});
