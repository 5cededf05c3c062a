/* eslint-disable jest/no-export -- a contract is a set of tests that test files call */
import type { ApiCaller, WatchedEvent } from './ApiUnderTest';
import { metaOf, paths, server } from './contractObjects';

/** Watches: nothing lost, nothing twice, and an honest end. */
export function watchContract(
  api: () => ApiCaller,
  compactOf: () => (() => void) | undefined,
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

    it('ends at its timeout, with a bookmark to go on from', async () => {
      const from = await revision();
      const events = await api().watch(
        `${paths.servers}?watch=true&resourceVersion=${from}&allowWatchBookmarks=true&timeoutSeconds=1`,
        () => false,
      );
      const last = events[events.length - 1];
      expect(last).toMatchObject({
        type: 'BOOKMARK',
        object: { kind: 'Server' },
      });
      expect(
        Number(last.object.metadata.resourceVersion),
      ).toBeGreaterThanOrEqual(Number(from));
    });

    it('K5: says 410 inside the watch when the history is gone', async () => {
      const from = await revision();
      const compact = compactOf();
      if (!compact) {
        return; // this server cannot be made to forget on request
      }
      compact();
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

    it('does not wait for a revision that is far away', async () => {
      const { code, body } = await api().get(
        `${paths.servers}?watch=true&resourceVersion=99999999&timeoutSeconds=1`,
      );
      expect(code).toBe(504);
      expect(body).toMatchObject({ reason: 'Timeout' });
    });
  });
}
