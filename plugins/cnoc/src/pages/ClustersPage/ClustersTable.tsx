import { useMemo } from 'react';
import { Cell, Table, type ColumnConfig, type SortState } from '@backstage/ui';
import type { Cluster } from '@cnoc/backstage-plugin-cnoc-common';
import { ClusterAccess } from '../../components/ClusterAccess/ClusterAccess';
import { ClusterHealthWord } from '../../components/ClusterHealthWord/ClusterHealthWord';
import { IdentityWord } from '../../components/ClusterHealthWord/IdentityWord';
import { FabricLinks } from '../../components/FabricLinks/FabricLinks';
import { Flash } from '../../components/Flash/Flash';
import { Name } from '../../components/Name/Name';
import { TableFrame } from '../../components/TableFrame/TableFrame';
import { ClusterName } from './ClusterName';
import styles from './ClustersPage.module.css';

type Row = Cluster & { id: string };

const columns: ColumnConfig<Row>[] = [
  {
    id: 'name',
    label: 'Cluster',
    isRowHeader: true,
    isSortable: true,
    width: '1fr',
    minWidth: 120,
    cell: cluster => (
      <Cell>
        <ClusterName cluster={cluster} />
      </Cell>
    ),
  },
  {
    id: 'health',
    label: 'Health',
    isSortable: true,
    width: '1.2fr',
    minWidth: 175,
    cell: cluster => (
      <Cell>
        <Flash value={`${cluster.health.state} ${cluster.identity.state}`}>
          <ClusterHealthWord cluster={cluster} />
        </Flash>
      </Cell>
    ),
  },
  {
    id: 'server',
    label: 'Address',
    isSortable: true,
    width: '1.4fr',
    minWidth: 160,
    cell: ({ server, namespace }) => (
      <Cell>
        <span className={styles.lines}>
          {server && <Name mono>{server}</Name>}
          <span className={styles.note}>
            namespace <Name>{namespace}</Name>
          </span>
        </span>
      </Cell>
    ),
  },
  {
    id: 'version',
    label: 'Version',
    isSortable: true,
    width: '0.7fr',
    minWidth: 115,
    cell: ({ version }) => <Cell>{version ?? 'not known'}</Cell>,
  },
  {
    id: 'identity',
    label: 'Identity',
    width: '1fr',
    minWidth: 150,
    cell: cluster => (
      <Cell>
        <IdentityWord cluster={cluster} />
      </Cell>
    ),
  },
  {
    id: 'access',
    label: 'Access',
    isSortable: true,
    width: '1fr',
    minWidth: 110,
    cell: cluster => (
      <Cell>
        <ClusterAccess cluster={cluster} />
      </Cell>
    ),
  },
  {
    id: 'fabrics',
    label: 'Fabrics',
    isSortable: true,
    width: '0.9fr',
    minWidth: 100,
    cell: ({ fabrics }) => (
      <Cell>
        <FabricLinks fabrics={fabrics} />
      </Cell>
    ),
  },
];

/** @internal */
export const ClustersTable = (props: {
  clusters: Cluster[];
  sort: SortState;
}) => {
  const rows = useMemo(
    () => props.clusters.map(c => ({ ...c, id: c.name })),
    [props.clusters],
  );
  return (
    <TableFrame>
      <Table
        columnConfig={columns}
        data={rows}
        sort={props.sort}
        pagination={{ type: 'none' }}
        virtualized={rows.length > 100 ? { rowHeight: 72 } : false}
      />
    </TableFrame>
  );
};
