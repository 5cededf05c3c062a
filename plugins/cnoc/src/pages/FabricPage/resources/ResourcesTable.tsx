import { useMemo } from 'react';
import { Table, useBreakpoint } from '@backstage/ui';
import type { Resource } from '@cnoc/backstage-plugin-cnoc-common';
import { plural } from '../../../text/plural';
import { ResourceCards } from './ResourceCards';
import { resourceColumns } from './resourceColumns';
import styles from './ResourcesTab.module.css';

type Props = {
  fabric: string;
  /** Absent = all kinds */
  kind?: string;
  resources: Resource[];
  /** A new page is on its way */
  isStale: boolean;
  staleSince?: string;
  page: {
    size: number;
    offset: number;
    total: number;
    onNext?: () => void;
    onPrevious?: () => void;
  };
};

/** @internal */
export const ResourcesTable = (props: Props) => {
  const { fabric, kind, resources, page, staleSince } = props;
  const narrow = useBreakpoint().down('sm');
  const rows = useMemo(
    () => resources.map(r => ({ ...r, id: `${r.kind}/${r.name}` })),
    [resources],
  );
  const columns = useMemo(
    () => resourceColumns({ fabric, kind, resources, staleSince }),
    [fabric, kind, resources, staleSince],
  );
  const last = Math.min(page.offset + page.size, page.total);
  const pagination =
    page.onNext || page.onPrevious
      ? ({
          type: 'page',
          pageSize: page.size,
          offset: page.offset,
          totalCount: page.total,
          hasNextPage: Boolean(page.onNext),
          hasPreviousPage: Boolean(page.onPrevious),
          onNextPage: () => page.onNext?.(),
          onPreviousPage: () => page.onPrevious?.(),
          showPageSizeOptions: false,
          getLabel: () =>
            `${page.offset + 1}–${last} of ${plural(page.total, 'resource')}`,
        } as const)
      : ({ type: 'none' } as const);
  if (narrow) {
    return (
      <ResourceCards fabric={fabric} resources={resources} page={props.page} />
    );
  }
  return (
    <div className={styles.table}>
      <Table
        columnConfig={columns}
        data={rows}
        isStale={props.isStale}
        pagination={pagination}
      />
    </div>
  );
};
