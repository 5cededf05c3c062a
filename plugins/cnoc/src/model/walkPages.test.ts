import { walkPages } from './walkPages';

const pagesOf =
  (count: number) => async (page: { limit: number; cursor?: string }) => {
    const from = Number(page.cursor ?? 0);
    const to = Math.min(from + page.limit, count);
    return {
      items: Array.from({ length: to - from }, (_, i) => from + i),
      totalItems: count,
      nextCursor: to < count ? String(to) : undefined,
    };
  };

describe('walkPages', () => {
  it('brings everything, page by page', async () => {
    const seen: number[] = [];
    const walk = await walkPages(pagesOf(1200), 5000, w =>
      seen.push(w.items.length),
    );
    expect(walk.items).toHaveLength(1200);
    expect(new Set(walk.items).size).toBe(1200);
    expect(walk.more).toBe(false);
    expect(seen).toEqual([500, 1000, 1200]);
  });

  it('stops at the limit and says that there is more', async () => {
    const load = jest.fn(pagesOf(9000));
    const walk = await walkPages(load, 700);
    expect(walk).toMatchObject({ total: 9000, more: true });
    expect(walk.items).toHaveLength(700);
    expect(load.mock.calls.map(([page]) => page.limit)).toEqual([500, 200]);
  });

  it('ends when a page brings nothing, whatever it promises', async () => {
    const load = jest.fn(async () => ({ items: [], nextCursor: 'more' }));
    expect((await walkPages(load, 100)).more).toBe(false);
    expect(load).toHaveBeenCalledTimes(1);
  });
});
