/* eslint-disable jest/no-export -- a contract is a set of tests that test files call */
import type { ApiCaller, WatchedEvent } from './ApiUnderTest';
import { metaOf, paths, server } from './contractObjects';

/** Watches: nothing lost, nothing twice, and an honest end. */
export function watchContract(
  api: () => ApiCaller,
  forgetHistory: () => Promise<void>,
): void {
  const summary = (events: WatchedEvent[]) =>
    events.map(({ type, object }) => `${type} ${String(object.metadata.name)}`);
  const revision = async () =>
    metaOf((await api().get(`${paths.servers}?limit=1`)).body).resourceVersion;

  describe('watch', () => {
    it('brings exactly what came after the list, in order', async () => {
      const from = await revision();
      await api().request('POST', paths.servers, server('w-1'));
      const events = await api().watch(
        `${paths.servers}?watch=true&resourceVersion=${from}`,
        seen => seen.length === 3,
        async () => {
          await api().merge(`${paths.servers}/w-1`, {
            spec: { description: 'changed' },
          });
          await api().request('DELETE', `${paths.servers}/w-1`);
        },
      );
      expect(summary(events)).toEqual([
        'ADDED w-1',
        'MODIFIED w-1',
        'DELETED w-1',
      ]);
      const versions = events.map(({ object }) =>
        Number(object.metadata.resourceVersion),
      );
      expect([...versions].sort((a, b) => a - b)).toEqual(versions);
      expect(versions[0]).toBeGreaterThan(Number(from));
    });

    it('brings only what is asked for', async () => {
      const from = await revision();
      const events = await api().watch(
        `${paths.servers}?watch=1&resourceVersion=${from}&fieldSelector=metadata.name%3Dw-3`,
        seen => seen.length === 1,
        async () => {
          await api().request('POST', paths.servers, server('w-2'));
          await api().request('POST', paths.servers, server('w-3'));
        },
      );
      expect(summary(events)).toEqual(['ADDED w-3']);
    });

    it('an object that leaves the selection is deleted from it, one that enters is added', async () => {
      const from = await revision();
      const path = `${paths.servers}/w-5`;
      const label = (watched: string | null) =>
        api().merge(path, { metadata: { labels: { watched } } });
      const events = await api().watch(
        `${paths.servers}?watch=true&resourceVersion=${from}&labelSelector=watched%3Dyes`,
        seen => seen.length === 3,
        async () => {
          await api().request('POST', paths.servers, server('w-5'));
          await label('yes');
          await api().merge(path, { spec: { description: 'inside' } });
          await label(null);
        },
      );
      expect(summary(events)).toEqual([
        'ADDED w-5',
        'MODIFIED w-5',
        'DELETED w-5',
      ]);
    });

    it('without a revision, begins with what there is', async () => {
      await api().request('POST', paths.servers, server('w-4'));
      const events = await api().watch(
        `${paths.servers}?watch=true&fieldSelector=metadata.name%3Dw-4`,
        seen => seen.length === 1,
      );
      expect(summary(events)).toEqual(['ADDED w-4']);
    });

    it('ends at its timeout, without a word when nothing happened', async () => {
      const events = await api().watch(
        `${
          paths.servers
        }?watch=true&resourceVersion=${await revision()}&timeoutSeconds=1`,
        () => false,
      );
      expect(events).toEqual([]);
    });

    it('gives a bookmark to go on from before it ends, past what it was not asked for', async () => {
      const from = await revision();
      const events = await api().watch(
        `${paths.servers}?watch=true&resourceVersion=${from}&allowWatchBookmarks=true&timeoutSeconds=4&fieldSelector=metadata.name%3Dnone`,
        () => false,
        () => api().request('POST', paths.servers, server('w-9')),
      );
      expect(events[events.length - 1]).toEqual({
        type: 'BOOKMARK',
        object: {
          apiVersion: 'wiring.githedgehog.com/v1beta1',
          kind: 'Server',
          metadata: { resourceVersion: expect.stringMatching(/^\d+$/) },
        },
      });
      expect(
        Number(events[events.length - 1].object.metadata.resourceVersion),
      ).toBeGreaterThan(Number(from));
      expect(new Set(events.map(({ type }) => type))).toEqual(
        new Set(['BOOKMARK']),
      );
    });

    it('K5: says 410 inside the watch when the history is gone', async () => {
      const from = await revision();
      await api().request('POST', paths.servers, server('w-6'));
      await forgetHistory();
      const events = await api().watch(
        `${paths.servers}?watch=true&resourceVersion=${from}`,
        seen => seen.length === 1,
      );
      expect(events).toMatchObject([
        {
          type: 'ERROR',
          object: { kind: 'Status', code: 410, reason: 'Expired' },
        },
      ]);
    });

    it('is silent about a revision that is far away', async () => {
      const events = await api().watch(
        `${paths.servers}?watch=true&resourceVersion=99999999&timeoutSeconds=1`,
        () => false,
        () => api().request('POST', paths.servers, server('w-7')),
      );
      expect(events).toEqual([]);
    });

    it('marks where what there is ends and what happens begins', async () => {
      await api().request('POST', paths.servers, server('w-8'));
      const query = `${paths.servers}?watch=true&sendInitialEvents=true&allowWatchBookmarks=true&fieldSelector=metadata.name%3Dw-8`;
      const events = await api().watch(
        `${query}&resourceVersionMatch=NotOlderThan`,
        seen => seen.length === 2,
      );
      expect(events.map(({ type }) => type)).toEqual(['ADDED', 'BOOKMARK']);
      expect(events[1].object.metadata.annotations).toEqual({
        'k8s.io/initial-events-end': 'true',
      });
      expect((await api().get(query)).code).toBe(422);
    });
  });
}
