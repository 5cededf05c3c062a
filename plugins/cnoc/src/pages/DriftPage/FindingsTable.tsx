import { useMemo } from 'react';
import { Table, useBreakpoint, type SortState } from '@backstage/ui';
import { TableFrame } from '../../components/TableFrame/TableFrame';
import { plural } from '../../text/plural';
import { FindingCards } from './FindingCards';
import { findingColumns } from './findingColumns';
import type { FindingPages } from './useFindingPages';

/** @internal */
export const FindingsTable = (props: {
  pages: FindingPages;
  sort: SortState;
  staleSince: ReadonlyMap<string, string>;
}) => {
  const { staleSince } = props;
  const { shown, page, state } = props.pages;
  const narrow = useBreakpoint().down('md');
  const columns = useMemo(() => findingColumns(staleSince), [staleSince]);
  const last = page.offset + shown.length;
  const range = `${page.offset + 1}–${last}${
    page.total === undefined ? '' : ` of ${plural(page.total, 'finding')}`
  }`;
  if (narrow) {
    return (
      <FindingCards
        findings={shown}
        staleSince={staleSince}
        page={page}
        range={range}
      />
    );
  }
  return (
    <TableFrame>
      <Table
        columnConfig={columns}
        data={shown}
        sort={props.sort}
        isStale={state.isPrevious}
        pagination={
          page.onNext || page.onPrevious
            ? {
                type: 'page',
                pageSize: page.size,
                offset: page.offset,
                totalCount: page.total,
                hasNextPage: Boolean(page.onNext),
                hasPreviousPage: Boolean(page.onPrevious),
                onNextPage: () => page.onNext?.(),
                onPreviousPage: () => page.onPrevious?.(),
                showPageSizeOptions: false,
                getLabel: () => range,
              }
            : { type: 'none' }
        }
      />
    </TableFrame>
  );
};
