import { Cell, type ColumnConfig } from '@backstage/ui';
import type { FabricFinding } from '@cnoc/backstage-plugin-cnoc-common';
import { Name } from '../../components/Name/Name';
import { ResourceLink } from '../../components/ResourceLink/ResourceLink';
import { SeverityWord } from '../../components/SeverityWord/SeverityWord';
import { TimeAgo } from '../../components/TimeAgo/TimeAgo';
import { FabricCell, StatusCell, WhoCell } from './FindingCells';

/**
 * Columns of the findings of all fabrics.
 *
 * @param staleSince - by fabric: since when what is known of it is old
 * @internal
 */
export function findingColumns(
  staleSince: ReadonlyMap<string, string>,
): ColumnConfig<FabricFinding>[] {
  return [
    {
      id: 'severity',
      label: 'Severity',
      isSortable: true,
      width: '0.7fr',
      minWidth: 112,
      cell: ({ severity }) => (
        <Cell>
          <SeverityWord severity={severity} />
        </Cell>
      ),
    },
    {
      id: 'fabric',
      label: 'Fabric',
      isSortable: true,
      width: '0.9fr',
      minWidth: 120,
      cell: finding => (
        <Cell>
          <FabricCell
            finding={finding}
            staleSince={staleSince.get(finding.fabric)}
          />
        </Cell>
      ),
    },
    {
      id: 'resource',
      label: 'Resource',
      isRowHeader: true,
      isSortable: true,
      width: '1.2fr',
      minWidth: 140,
      cell: ({ fabric, kind, name }) => (
        <Cell>
          <ResourceLink fabric={fabric} kind={kind} name={name} />
        </Cell>
      ),
    },
    {
      id: 'reason',
      label: 'Reason',
      isSortable: true,
      width: '2fr',
      minWidth: 190,
      cell: ({ reason }) => (
        <Cell>
          <Name>{reason}</Name>
        </Cell>
      ),
    },
    {
      id: 'since',
      label: 'Since',
      isSortable: true,
      width: '0.7fr',
      minWidth: 92,
      cell: ({ firstSeen }) => (
        <Cell>
          <TimeAgo at={firstSeen} />
        </Cell>
      ),
    },
    {
      id: 'who',
      label: 'Who',
      isSortable: true,
      width: '1.1fr',
      minWidth: 120,
      cell: finding => (
        <Cell>
          <WhoCell finding={finding} />
        </Cell>
      ),
    },
    {
      id: 'status',
      label: 'Status',
      isSortable: true,
      width: '1fr',
      minWidth: 110,
      cell: finding => (
        <Cell>
          <StatusCell finding={finding} />
        </Cell>
      ),
    },
  ];
}
