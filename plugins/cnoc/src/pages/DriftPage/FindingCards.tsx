import { Button } from '@backstage/ui';
import type { FabricFinding } from '@cnoc/backstage-plugin-cnoc-common';
import { Name } from '../../components/Name/Name';
import { ResourceLink } from '../../components/ResourceLink/ResourceLink';
import { RowList } from '../../components/RowList/RowList';
import { SeverityWord } from '../../components/SeverityWord/SeverityWord';
import { TableFrame } from '../../components/TableFrame/TableFrame';
import { TimeAgo } from '../../components/TimeAgo/TimeAgo';
import { FabricCell, StatusCell, WhoCell } from './FindingCells';
import type { FindingPages } from './useFindingPages';
import styles from './DriftPage.module.css';

/**
 * The table's twin for a narrow screen.
 *
 * @internal
 */
export const FindingCards = (props: {
  findings: readonly FabricFinding[];
  staleSince: ReadonlyMap<string, string>;
  page: FindingPages['page'];
  range: string;
}) => {
  const { page } = props;
  return (
    <TableFrame>
      <RowList label="Findings">
        {props.findings.map(finding => (
          <li key={finding.id} className={styles.card}>
            <span className={styles.cardHead}>
              <SeverityWord severity={finding.severity} />
              <FabricCell
                finding={finding}
                staleSince={props.staleSince.get(finding.fabric)}
              />
            </span>
            <span>
              <ResourceLink
                fabric={finding.fabric}
                kind={finding.kind}
                name={finding.name}
              />
              {' – '}
              <Name>{finding.reason}</Name>
            </span>
            <span className={styles.note}>
              since <TimeAgo at={finding.firstSeen} />
              {finding.changedBy && (
                <>
                  {' · changed by '}
                  <WhoCell finding={finding} />
                </>
              )}
              {finding.status !== 'open' && (
                <>
                  {' · '}
                  <StatusCell finding={finding} />
                </>
              )}
            </span>
          </li>
        ))}
      </RowList>
      {(page.onNext || page.onPrevious) && (
        <div className={styles.pager}>
          <span className={styles.note}>{props.range}</span>
          <Button
            variant="secondary"
            isDisabled={!page.onPrevious}
            onPress={() => page.onPrevious?.()}
          >
            Previous
          </Button>
          <Button
            variant="secondary"
            isDisabled={!page.onNext}
            onPress={() => page.onNext?.()}
          >
            Next
          </Button>
        </div>
      )}
    </TableFrame>
  );
};
