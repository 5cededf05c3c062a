import { useMemo } from 'react';
import { Cell, Table, type ColumnConfig, type SortState } from '@backstage/ui';
import type { Credential } from '@cnoc/backstage-plugin-cnoc-common';
import { Name } from '../../components/Name/Name';
import { TableFrame } from '../../components/TableFrame/TableFrame';
import { TimeAgo } from '../../components/TimeAgo/TimeAgo';
import {
  credentialTypes,
  describeExpiry,
  describeStrength,
} from '../../model/describeCredential';
import { CredentialName } from './CredentialName';
import { DescribedWord } from './DescribedWord';
import { CredentialUsers } from './CredentialUsers';

type Row = Credential & { id: string };

const columns: ColumnConfig<Row>[] = [
  {
    id: 'name',
    label: 'Credential',
    isRowHeader: true,
    isSortable: true,
    width: '1.2fr',
    minWidth: 140,
    cell: credential => (
      <Cell>
        <CredentialName credential={credential} />
      </Cell>
    ),
  },
  {
    id: 'type',
    label: 'Type',
    isSortable: true,
    width: '0.7fr',
    minWidth: 90,
    cell: ({ type }) => <Cell>{credentialTypes[type].label}</Cell>,
  },
  {
    id: 'strength',
    label: 'Strength',
    isSortable: true,
    width: '1.4fr',
    minWidth: 150,
    cell: credential => (
      <Cell>
        <DescribedWord described={describeStrength(credential)} />
      </Cell>
    ),
  },
  {
    id: 'expiry',
    label: 'Ends',
    isSortable: true,
    width: '1.1fr',
    minWidth: 140,
    cell: credential => (
      <Cell>
        <DescribedWord described={describeExpiry(credential)} />
      </Cell>
    ),
  },
  {
    id: 'usedBy',
    label: 'Used by',
    isSortable: true,
    width: '1.1fr',
    minWidth: 120,
    cell: credential => (
      <Cell>
        <CredentialUsers credential={credential} max={3} />
      </Cell>
    ),
  },
  {
    id: 'lastUsed',
    label: 'Last used',
    isSortable: true,
    width: '0.8fr',
    minWidth: 100,
    cell: ({ lastUsedAt }) => (
      <Cell>{lastUsedAt ? <TimeAgo at={lastUsedAt} /> : 'never'}</Cell>
    ),
  },
  {
    id: 'fingerprint',
    label: 'Fingerprint',
    width: '1fr',
    minWidth: 120,
    cell: ({ fingerprint }) => (
      <Cell>
        <Name mono>{fingerprint}</Name>
      </Cell>
    ),
  },
  {
    id: 'key',
    label: 'Key',
    isSortable: true,
    width: '0.7fr',
    minWidth: 80,
    cell: ({ keyId }) => <Cell>{keyId && <Name mono>{keyId}</Name>}</Cell>,
  },
];

/** @internal */
export const CredentialsTable = (props: {
  credentials: Credential[];
  sort: SortState;
}) => {
  const rows = useMemo(
    () => props.credentials.map(c => ({ ...c, id: c.name })),
    [props.credentials],
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
