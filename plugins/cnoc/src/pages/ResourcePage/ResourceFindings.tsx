import { ButtonLink } from '@backstage/ui';
import type { Finding } from '@cnoc/backstage-plugin-cnoc-common';
import { FindingRow } from '../../components/FindingRow/FindingRow';
import { Panel } from '../../components/Panel/Panel';
import { RowList } from '../../components/RowList/RowList';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { ANY_STATUS } from '../../model/findingFilters';
import { plural } from '../../text/plural';

/**
 * The findings of one resource that are not resolved, with what was decided about each.
 *
 * @internal
 */
export const ResourceFindings = (props: {
  fabric: string;
  kind: string;
  name: string;
  findings: readonly Finding[];
}) => {
  const { fabric, kind, name, findings } = props;
  const links = useCnocLinks();
  if (findings.length === 0) return null;
  const filter = new URLSearchParams({
    fabric,
    kind,
    text: name,
    status: ANY_STATUS,
  });
  return (
    <Panel
      flush
      title="Findings"
      note={noteOf(findings)}
      actions={
        <ButtonLink
          size="small"
          variant="secondary"
          href={`${links.drift()}?${filter}`}
        >
          All of its findings
        </ButtonLink>
      }
    >
      <RowList label="Findings">
        {findings.map(finding => (
          <li key={finding.id}>
            <FindingRow
              hideResource
              fabric={fabric}
              // The differences stand in full right below.
              finding={{ ...finding, differences: [] }}
            />
          </li>
        ))}
      </RowList>
    </Panel>
  );
};

function noteOf(findings: readonly Finding[]): string {
  const open = findings.filter(({ status }) => status === 'open').length;
  const judged = findings.length - open;
  return judged === 0
    ? plural(open, 'open finding')
    : `${open} open, ${judged} acknowledged or suppressed`;
}
