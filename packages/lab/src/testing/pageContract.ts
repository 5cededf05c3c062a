/* eslint-disable jest/no-export -- a contract is a set of tests that test files call */
import type { ApiCaller } from './ApiUnderTest';
import { metaOf, namesOf, paths, server } from './contractObjects';

/** Lists in pages: one consistent picture, or an honest 410. */
export function pageContract(
  api: () => ApiCaller,
  forgetHistory: () => Promise<void>,
): void {
  describe('pages', () => {
    it('leads through one consistent list in pages, whatever is written meanwhile', async () => {
      for (const name of ['page-1', 'page-2', 'page-3', 'page-4', 'page-5']) {
        await api().request(
          'POST',
          paths.servers,
          server(name, 'x', { p: 'y' }),
        );
      }
      const query = `${paths.servers}?labelSelector=p%3Dy&limit=2`;
      const first = (await api().get(query)).body;
      expect(namesOf(first)).toEqual(['page-1', 'page-2']);

      await api().request('DELETE', `${paths.servers}/page-3`);
      await api().request(
        'POST',
        paths.servers,
        server('page-0', 'x', { p: 'y' }),
      );
      const second = (
        await api().get(`${query}&continue=${metaOf(first).continue}`)
      ).body;
      const third = (
        await api().get(`${query}&continue=${metaOf(second).continue}`)
      ).body;

      expect(namesOf(second)).toEqual(['page-3', 'page-4']);
      expect(namesOf(third)).toEqual(['page-5']);
      expect(metaOf(third).continue ?? '').toBe('');
      expect(metaOf(third).resourceVersion).toBe(metaOf(first).resourceVersion);
    });

    it('refuses a continue token that it never gave', async () => {
      const { code, body } = await api().get(
        `${paths.servers}?limit=1&continue=forged`,
      );
      expect(code).toBe(400);
      expect(body).toMatchObject({ reason: 'BadRequest' });
    });

    it('K5: says 410 when the list that a page belongs to is forgotten', async () => {
      for (const name of ['old-1', 'old-2', 'old-3']) {
        await api().request('POST', paths.servers, server(name));
      }
      const first = (await api().get(`${paths.servers}?limit=1`)).body;
      await api().request('DELETE', `${paths.servers}/old-3`);
      await forgetHistory();
      const { code, body } = await api().get(
        `${paths.servers}?limit=1&continue=${metaOf(first).continue}`,
      );
      expect(code).toBe(410);
      expect(body).toMatchObject({
        kind: 'Status',
        status: 'Failure',
        reason: 'Expired',
        code: 410,
      });
    });

    it('refuses a revision that is far away', async () => {
      const { code, body, headers } = await api().get(
        `${paths.servers}?resourceVersion=99999999`,
      );
      expect(code).toBe(504);
      expect(headers.get('retry-after')).toBe('1');
      expect(body).toMatchObject({
        reason: 'Timeout',
        message: expect.stringMatching(
          /^Timeout: Too large resource version: 99999999, current: \d+$/,
        ),
        details: {
          causes: [{ reason: 'ResourceVersionTooLarge' }],
          retryAfterSeconds: 1,
        },
      });
    });
  });
}
