import { Cell, CellText, type ColumnConfig } from '@backstage/ui';
import type { Resource } from '@cnoc/backstage-plugin-cnoc-common';
import { Flash } from '../../../components/Flash/Flash';
import { Name } from '../../../components/Name/Name';
import { ResourceLink } from '../../../components/ResourceLink/ResourceLink';
import { SafeLink } from '../../../components/SafeLink/SafeLink';
import { SeverityWord } from '../../../components/SeverityWord/SeverityWord';
import { StateWord } from '../../../components/StateWord/StateWord';
import styles from './ResourcesTab.module.css';

/** Most facts of a kind that get a column of their own. */
const MAX_FACTS = 4;

type Row = Resource & { id: string };

const baseName = (file: string) => file.slice(file.lastIndexOf('/') + 1);

/**
 * The columns that matter for a kind; over all kinds, the facts share one column.
 *
 * @internal
 */
export function resourceColumns(options: {
  fabric: string;
  kind?: string;
  resources: readonly Resource[];
  staleSince?: string;
}): ColumnConfig<Row>[] {
  const { fabric, kind, resources, staleSince } = options;
  return [
    {
      id: 'name',
      label: 'Name',
      isRowHeader: true,
      width: '1.4fr',
      minWidth: 160,
      cell: resource => (
        <Cell>
          <ResourceLink
            fabric={fabric}
            kind={resource.kind}
            name={resource.name}
            hideKind={kind !== undefined}
          />
        </Cell>
      ),
    },
    {
      id: 'state',
      label: 'State',
      width: '0.8fr',
      minWidth: 130,
      cell: resource => (
        <Cell>
          <Flash value={resource.state}>
            <span
              className={styles.state}
              data-stale={staleSince ? '' : undefined}
            >
              <StateWord state={resource.state} />
              {resource.lag && (
                <span className={styles.note}>switches lag</span>
              )}
            </span>
          </Flash>
        </Cell>
      ),
    },
    {
      id: 'reason',
      label: 'Severity and reason',
      width: '2.6fr',
      minWidth: 200,
      cell: ({ severity, reason }) => (
        <Cell>
          {severity && (
            <span className={styles.reason}>
              <SeverityWord severity={severity} /> <Name>{reason ?? ''}</Name>
            </span>
          )}
        </Cell>
      ),
    },
    ...factColumns(kind, resources),
    {
      id: 'source',
      label: 'File',
      width: '1.1fr',
      minWidth: 120,
      cell: ({ source }) => (
        <Cell>
          {source && (
            <span className={styles.file}>
              <SafeLink href={source.url}>
                <Name mono>{`${baseName(source.file)}:${source.line}`}</Name>
              </SafeLink>
            </span>
          )}
        </Cell>
      ),
    },
  ];
}

function factColumns(
  kind: string | undefined,
  resources: readonly Resource[],
): ColumnConfig<Row>[] {
  if (kind === undefined) {
    return [
      {
        id: 'facts',
        label: 'Facts',
        width: '1.4fr',
        minWidth: 150,
        cell: ({ facts }) => (
          <CellText
            title={facts
              .slice(0, MAX_FACTS)
              .map(fact => `${fact.label} ${fact.value}`)
              .join(' · ')}
            color="secondary"
          />
        ),
      },
    ];
  }
  const labels = [
    ...new Set(resources.flatMap(r => r.facts.map(fact => fact.label))),
  ].slice(0, MAX_FACTS);
  return labels.map(label => ({
    id: `fact:${label}`,
    label,
    width: '1fr',
    minWidth: 90,
    cell: ({ facts }: Row) => (
      <CellText title={facts.find(f => f.label === label)?.value ?? ''} />
    ),
  }));
}
