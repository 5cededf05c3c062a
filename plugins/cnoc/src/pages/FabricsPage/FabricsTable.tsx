import { useMemo } from 'react';
import { Cell, Table, type ColumnConfig } from '@backstage/ui';
import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { CommitLabel } from '../../components/CommitLabel/CommitLabel';
import { Flash } from '../../components/Flash/Flash';
import { OwnerLink } from '../../components/OwnerLink/OwnerLink';
import { StatusFactValue } from '../../components/StatusFacts/StatusFactValue';
import { TableFrame } from '../../components/TableFrame/TableFrame';
import { describeStatus, type StatusFact } from '../../model/describeStatus';
import { FabricName } from './FabricName';
import { LastDeployment } from './LastDeployment';
import styles from './FabricsPage.module.css';

type Row = Fabric & { id: string };

const factColumn = (
  id: StatusFact['id'],
  label: string,
): ColumnConfig<Row> => ({
  id,
  label,
  width: '1.1fr',
  minWidth: id === 'connection' ? 145 : 118,
  cell: fabric => {
    const fact = describeStatus(fabric.status).find(f => f.id === id);
    return (
      <Cell>
        {fact && (
          <Flash value={`${fact.word} ${fact.detail}`}>
            <span
              className={styles.fact}
              data-stale={fact.staleSince ? '' : undefined}
              title={fact.message}
            >
              <StatusFactValue fact={fact} />
            </span>
          </Flash>
        )}
      </Cell>
    );
  },
});

const columns: ColumnConfig<Row>[] = [
  {
    id: 'name',
    label: 'Fabric',
    isRowHeader: true,
    width: '1.3fr',
    minWidth: 150,
    cell: fabric => (
      <Cell>
        <FabricName fabric={fabric} />
      </Cell>
    ),
  },
  factColumn('connection', 'Connection'),
  factColumn('sync', 'Sync'),
  factColumn('drift', 'Drift'),
  factColumn('health', 'Health'),
  {
    id: 'commit',
    label: 'Last commit',
    width: '1.7fr',
    minWidth: 170,
    cell: ({ lastCommit }) => (
      <Cell>{lastCommit && <CommitLabel commit={lastCommit} />}</Cell>
    ),
  },
  {
    id: 'deployment',
    label: 'Deployed',
    width: '1.1fr',
    minWidth: 120,
    cell: fabric => (
      <Cell>
        <LastDeployment fabric={fabric} />
      </Cell>
    ),
  },
  {
    id: 'owner',
    label: 'Owner',
    width: '0.8fr',
    minWidth: 110,
    cell: ({ owner }) => <Cell>{owner && <OwnerLink owner={owner} />}</Cell>,
  },
];

/** @internal */
export const FabricsTable = ({ fabrics }: { fabrics: Fabric[] }) => {
  const rows = useMemo(
    () => fabrics.map(fabric => ({ ...fabric, id: fabric.name })),
    [fabrics],
  );
  return (
    <TableFrame>
      <Table
        columnConfig={columns}
        data={rows}
        pagination={{ type: 'none' }}
        virtualized={rows.length > 100 ? { rowHeight: 64 } : false}
      />
    </TableFrame>
  );
};
