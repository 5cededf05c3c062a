import { useMemo } from 'react';
import type { SortState } from '@backstage/ui';
import { useUrlState } from './useUrlState';

/** @internal */
export type Sort = { column: string; direction: 'ascending' | 'descending' };

/**
 * The column that a table is sorted by, kept in the page's address: `name`, or `-name` for the other direction.
 *
 * @internal
 */
export function useUrlSort(): { sort?: Sort; tableSort: SortState } {
  const [text, setText] = useUrlState('sort');
  return useMemo(() => {
    const sort: Sort | undefined = text
      ? {
          column: text.replace(/^-/, ''),
          direction: text.startsWith('-') ? 'descending' : 'ascending',
        }
      : undefined;
    return {
      sort,
      tableSort: {
        descriptor: sort ?? null,
        onSortChange: ({ column, direction }) =>
          setText(`${direction === 'descending' ? '-' : ''}${column}`),
      },
    };
  }, [text, setText]);
}
