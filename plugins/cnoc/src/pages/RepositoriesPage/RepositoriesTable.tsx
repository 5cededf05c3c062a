import { useMemo } from 'react';
import { Cell, Table, type ColumnConfig, type SortState } from '@backstage/ui';
import type { Repository } from '@cnoc/backstage-plugin-cnoc-common';
import { CommitLabel } from '../../components/CommitLabel/CommitLabel';
import { CredentialLink } from '../../components/CredentialLink/CredentialLink';
import { FabricLinks } from '../../components/FabricLinks/FabricLinks';
import { Flash } from '../../components/Flash/Flash';
import { Name } from '../../components/Name/Name';
import { RepositoryHealthWord } from '../../components/RepositoryHealthWord/RepositoryHealthWord';
import { TableFrame } from '../../components/TableFrame/TableFrame';
import { RepositoryAddress } from './RepositoryAddress';
import { RepositoryName } from './RepositoryName';

type Row = Repository & { id: string };

const columns: ColumnConfig<Row>[] = [
  {
    id: 'name',
    label: 'Repository',
    isRowHeader: true,
    isSortable: true,
    width: '1.1fr',
    minWidth: 130,
    cell: repository => (
      <Cell>
        <RepositoryName repository={repository} />
      </Cell>
    ),
  },
  {
    id: 'health',
    label: 'Health',
    isSortable: true,
    width: '1.2fr',
    minWidth: 160,
    cell: ({ health }) => (
      <Cell>
        <Flash value={`${health.state} ${health.reason}`}>
          <RepositoryHealthWord health={health} />
        </Flash>
      </Cell>
    ),
  },
  {
    id: 'url',
    label: 'Address',
    isSortable: true,
    width: '1.8fr',
    minWidth: 180,
    cell: repository => (
      <Cell>
        <RepositoryAddress repository={repository} />
      </Cell>
    ),
  },
  {
    id: 'branch',
    label: 'Branch',
    isSortable: true,
    width: '0.7fr',
    minWidth: 90,
    cell: ({ branch }) => (
      <Cell>
        <Name mono>{branch}</Name>
      </Cell>
    ),
  },
  {
    id: 'head',
    label: 'Newest commit',
    isSortable: true,
    width: '1.6fr',
    minWidth: 170,
    cell: ({ head }) => <Cell>{head && <CommitLabel commit={head} />}</Cell>,
  },
  {
    id: 'credential',
    label: 'Credential',
    isSortable: true,
    width: '1fr',
    minWidth: 110,
    cell: repository => (
      <Cell>
        <CredentialLink repository={repository} />
      </Cell>
    ),
  },
  {
    id: 'fabrics',
    label: 'Fabrics',
    isSortable: true,
    width: '1fr',
    minWidth: 110,
    cell: ({ fabrics }) => (
      <Cell>
        <FabricLinks fabrics={fabrics} />
      </Cell>
    ),
  },
];

/** @internal */
export const RepositoriesTable = (props: {
  repositories: Repository[];
  sort: SortState;
}) => {
  const rows = useMemo(
    () => props.repositories.map(r => ({ ...r, id: r.name })),
    [props.repositories],
  );
  return (
    <TableFrame>
      <Table
        columnConfig={columns}
        data={rows}
        sort={props.sort}
        pagination={{ type: 'none' }}
        virtualized={rows.length > 100 ? { rowHeight: 64 } : false}
      />
    </TableFrame>
  );
};
