import { mockServices } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import { aFabric } from '../testing/aFabric';
import { aResource } from '../testing/aResource';
import { FakeEngine } from '../testing/FakeEngine';
import { CatalogRefresh } from './CatalogRefresh';
import { FabricSource } from './FabricSource';

const MINUTE = 60_000;

function setUp() {
  const engine = new FakeEngine();
  engine.set(aFabric({ name: 'one' }), [
    aResource('Server/s1'),
    aResource('Switch/leaf-1'),
    aResource('VPC/v1'),
  ]);
  engine.set(aFabric({ name: 'two' }), [aResource('Server/s1')]);

  const clock = { now: 0 };
  const logger = mockServices.logger.mock();
  const newReplica = () =>
    CatalogRefresh.create({
      source: FabricSource.create({
        api: engine.api(),
        token: async () => 'token',
      }),
      logger,
      now: () => clock.now,
    });
  const mutations: EntityProviderMutation[] = [];
  const connection = {
    applyMutation: jest.fn(async (mutation: EntityProviderMutation) => {
      mutations.push(mutation);
    }),
    refresh: async () => {},
  };
  const replica = newReplica();
  /** Runs once; tells what was read and what the catalog was sent. */
  const run = async (
    refresh = replica,
    signal = new AbortController().signal,
  ) => {
    engine.reads.length = 0;
    mutations.length = 0;
    const result = await refresh.run(connection, signal);
    return {
      ...result,
      reads: engine.reads.filter(what => what !== 'fabrics'),
      sent: mutations.map(inWords),
    };
  };
  return { engine, clock, logger, connection, newReplica, run };
}

function inWords(mutation: EntityProviderMutation) {
  return mutation.type === 'full'
    ? { full: mutation.entities.map(e => stringifyEntityRef(e.entity)) }
    : {
        added: mutation.added.map(e => stringifyEntityRef(e.entity)),
        removed: mutation.removed.map(r =>
          'entityRef' in r ? r.entityRef : stringifyEntityRef(r.entity),
        ),
      };
}

const EVERYTHING = [
  'system:default/one',
  'resource:default/one-server-s1',
  'resource:default/one-switch-leaf-1',
  'resource:default/one-vpc-v1',
  'system:default/two',
  'resource:default/two-server-s1',
];

const refused = new Error('connect ECONNREFUSED 10.1.2.3:7007');

describe('CatalogRefresh', () => {
  describe('with everything readable', () => {
    it('begins with a full set', async () => {
      const { run } = setUp();
      expect(await run()).toMatchObject({
        complete: true,
        wrote: expect.any(String),
        sent: [{ full: EVERYTHING }],
      });
    });

    it('reads and sends nothing while no fabric changes', async () => {
      const { run } = setUp();
      await run();
      expect(await run()).toEqual({ complete: true, reads: [], sent: [] });
    });

    it('sends nothing when only a status changed', async () => {
      const { engine, run } = setUp();
      await run();
      engine.set(aFabric({ name: 'two', revision: 2 }), [
        aResource('Server/s1', { state: 'drifted', severity: 'critical' }),
      ]);
      expect(await run()).toEqual({ complete: true, reads: ['two'], sent: [] });
    });

    it('sends what changed in content, though its name did not', async () => {
      const { engine, run } = setUp();
      await run();
      engine.set(aFabric({ name: 'two', revision: 2 }), [
        aResource('Server/s1', { facts: [{ label: 'Ports', value: '2' }] }),
      ]);
      expect(await run()).toMatchObject({
        reads: ['two'],
        sent: [{ added: ['resource:default/two-server-s1'], removed: [] }],
      });
    });

    it('sends a new owner for the fabric and all in it', async () => {
      const { engine, run } = setUp();
      await run();
      engine.set(aFabric({ name: 'two', revision: 2, owner: 'group:x/y' }), [
        aResource('Server/s1'),
      ]);
      expect(await run()).toMatchObject({
        sent: [
          {
            added: ['system:default/two', 'resource:default/two-server-s1'],
            removed: [],
          },
        ],
      });
    });

    it('removes a resource that vanished, and a fabric that is no longer listed', async () => {
      const { engine, run } = setUp();
      await run();
      engine.set(aFabric({ name: 'one', revision: 2 }), [
        aResource('Server/s1'),
        aResource('VPC/v1'),
      ]);
      engine.remove('two');
      expect(await run()).toMatchObject({
        sent: [
          {
            added: [],
            removed: [
              'system:default/two',
              'resource:default/two-server-s1',
              'resource:default/one-switch-leaf-1',
            ],
          },
        ],
      });
      expect((await run()).sent).toEqual([]);
    });

    it('leaves drafts out: they are neither in git nor in the cluster', async () => {
      const { engine, run } = setUp();
      engine.remove('one');
      engine.set(aFabric({ name: 'two' }), [
        aResource('VPC/new', { state: 'draft' }),
      ]);
      expect((await run()).sent).toEqual([{ full: ['system:default/two'] }]);
    });

    it('replaces everything every half hour', async () => {
      const { clock, run } = setUp();
      await run();
      clock.now += 30 * MINUTE - 1;
      expect((await run()).sent).toEqual([]);
      clock.now += 1;
      expect(await run()).toMatchObject({
        reads: ['one', 'two'],
        sent: [{ full: EVERYTHING }],
      });
    });
  });

  describe('with something that cannot be read', () => {
    it('sends nothing when the fabrics cannot be listed', async () => {
      const { engine, logger, run } = setUp();
      engine.failing.set('fabrics', refused);
      expect(await run()).toEqual({ complete: false, reads: [], sent: [] });
      expect(logger.warn).toHaveBeenCalledWith(
        'The catalog keeps what it has of the fabrics: the engine could not be read, or the catalog not written (Error)',
      );
      expect(JSON.stringify(logger.warn.mock.calls)).not.toContain('10.1.2.3');
      engine.failing.clear();
      expect((await run()).sent).toEqual([{ full: EVERYTHING }]);
    });

    it('sends nothing of a fabric whose second page failed, and no full set', async () => {
      const { engine, run } = setUp();
      engine.failing.set('one', refused);
      expect(await run()).toMatchObject({
        complete: false,
        sent: [
          {
            added: ['system:default/two', 'resource:default/two-server-s1'],
            removed: [],
          },
        ],
      });
      engine.failing.clear();
      expect(await run()).toMatchObject({
        complete: true,
        sent: [{ full: EVERYTHING }],
      });
    });

    it('keeps what it knows of that fabric, and removes only once it was read', async () => {
      const { engine, run } = setUp();
      await run();
      engine.set(aFabric({ name: 'one', revision: 2 }), [
        aResource('Server/s1'),
      ]);
      engine.failing.set('one', refused);
      expect(await run()).toMatchObject({ complete: false, sent: [] });
      engine.failing.clear();
      expect((await run()).sent).toEqual([
        {
          added: [],
          removed: [
            'resource:default/one-switch-leaf-1',
            'resource:default/one-vpc-v1',
          ],
        },
      ]);
    });

    it('sends the whole again when the catalog did not take it', async () => {
      const { connection, run } = setUp();
      connection.applyMutation.mockRejectedValueOnce(new Error('deadlock'));
      expect(await run()).toEqual({
        complete: false,
        reads: ['one', 'two'],
        sent: [],
      });
      expect((await run()).sent).toEqual([{ full: EVERYTHING }]);
    });

    it('writes nothing once it was told to end', async () => {
      const { logger, run } = setUp();
      const aborted = AbortSignal.abort();
      expect(await run(undefined, aborted)).toMatchObject({
        complete: false,
        sent: [],
      });
      expect(logger.warn).not.toHaveBeenCalled();
    });
  });

  describe('with something unknown', () => {
    const without = {
      'the connection is lost': aFabric({
        name: 'one',
        revision: 2,
        connection: {
          state: 'disconnected',
          staleSince: '2026-01-01T00:00:00Z',
        },
      }),
      'the connection is unknown': aFabric({
        name: 'one',
        revision: 2,
        connection: { state: 'unknown' },
      }),
      'the sync failed': aFabric({
        name: 'one',
        revision: 2,
        sync: { state: 'failed' },
      }),
      'the kinds cannot be listed': aFabric({
        name: 'one',
        revision: 2,
        connection: { unknownKinds: ['Switch', 'VPC'] },
      }),
    };

    it.each(Object.entries(without))(
      'removes nothing while %s, and removes it when that is over',
      async (_, fabric) => {
        const { engine, run } = setUp();
        await run();
        engine.set(fabric, [aResource('Server/s1')]);
        expect(await run()).toEqual({
          complete: true,
          reads: ['one'],
          sent: [],
        });
        engine.set(aFabric({ name: 'one', revision: 3 }), [
          aResource('Server/s1'),
          aResource('VPC/v1'),
        ]);
        expect((await run()).sent).toEqual([
          { added: [], removed: ['resource:default/one-switch-leaf-1'] },
        ]);
      },
    );

    it('removes what vanished of a kind that can be listed', async () => {
      const { engine, run } = setUp();
      await run();
      engine.set(
        aFabric({
          name: 'one',
          revision: 2,
          connection: { unknownKinds: ['Switch'] },
        }),
        [aResource('Server/s1')],
      );
      expect((await run()).sent).toEqual([
        { added: [], removed: ['resource:default/one-vpc-v1'] },
      ]);
    });

    it.each(Object.entries(without))(
      'sends no full set after a restart while %s',
      async (_, fabric) => {
        const { engine, clock, run } = setUp();
        engine.set(fabric, [aResource('Server/s1')]);
        const everythingKnown = EVERYTHING.filter(
          ref => !/leaf-1|v1/.test(ref),
        );
        expect((await run()).sent).toEqual([
          { added: everythingKnown, removed: [] },
        ]);
        clock.now += 60 * MINUTE;
        expect(await run()).toEqual({ complete: true, reads: [], sent: [] });
        engine.set(aFabric({ name: 'one', revision: 3 }), [
          aResource('Server/s1'),
        ]);
        expect((await run()).sent).toEqual([{ full: everythingKnown }]);
      },
    );
  });

  describe('beside other replicas', () => {
    it('trusts its memory when another sent the same', async () => {
      const { newReplica, run } = setUp();
      const [a, b] = [newReplica(), newReplica()];
      const first = await run(a);
      const second = await run(b);
      expect(second.wrote).toBe(first.wrote);
      a.otherWrote(second.wrote!);
      expect(await run(a)).toEqual({ complete: true, reads: [], sent: [] });
    });

    it('sends a full set when another sent something else', async () => {
      const { engine, newReplica, run } = setUp();
      const [a, b] = [newReplica(), newReplica()];
      await run(a);
      await run(b);
      engine.set(aFabric({ name: 'two', revision: 2 }), [
        aResource('VPC/passing'),
      ]);
      const { wrote } = await run(b);
      a.otherWrote(wrote!);
      engine.set(aFabric({ name: 'two', revision: 3 }), [
        aResource('Server/s1'),
      ]);
      expect((await run(a)).sent).toEqual([{ full: EVERYTHING }]);
    });

    it('does not trust what it wrote over news that came meanwhile', async () => {
      const { connection, newReplica, run } = setUp();
      const a = newReplica();
      connection.applyMutation.mockImplementationOnce(async () =>
        a.otherWrote('something else'),
      );
      await run(a);
      expect((await run(a)).sent).toEqual([{ full: EVERYTHING }]);
    });
  });
});
