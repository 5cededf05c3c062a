/** Most rows that the engine puts on one page. */
const PAGE_SIZE = 500;

/** @internal */
export type Walk<T> = {
  items: T[];
  /** How many there are in all, where the engine says so */
  total?: number;
  /** There is more than was asked for */
  more: boolean;
};

/**
 * Fetches page after page, until there is no more or `max` items are there.
 *
 * @internal
 */
export async function walkPages<T>(
  load: (page: { limit: number; cursor?: string }) => Promise<{
    items: T[];
    totalItems?: number;
    nextCursor?: string;
  }>,
  max: number,
  onPage: (walk: Walk<T>) => void = () => {},
): Promise<Walk<T>> {
  const items: T[] = [];
  let cursor: string | undefined;
  for (;;) {
    const page = await load({
      limit: Math.min(PAGE_SIZE, max - items.length),
      cursor,
    });
    items.push(...page.items);
    // A page that brings nothing and promises more would never end.
    const next = page.items.length > 0 ? page.nextCursor : undefined;
    const walk = {
      items,
      total: page.totalItems,
      more: next !== undefined,
    };
    onPage(walk);
    if (next === undefined || items.length >= max) return walk;
    cursor = next;
  }
}
