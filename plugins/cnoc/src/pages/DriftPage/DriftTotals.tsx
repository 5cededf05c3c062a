import type { FindingTotals } from '@cnoc/backstage-plugin-cnoc-common';
import { TotalTiles } from '../../components/TotalTiles/TotalTiles';
import { needsLook } from '../../model/compareTotals';
import { joinWords } from '../../text/joinWords';
import { AgePanel } from './AgePanel';
import { FabricsPanel } from './FabricsPanel';
import styles from './DriftPage.module.css';

/**
 * How much differs, how bad, since when and where.
 *
 * @internal
 */
export const DriftTotals = ({ totals }: { totals: FindingTotals }) => {
  const { bySeverity, byStatus, byFabric } = totals;
  const unknown = byFabric.filter(
    f => f.state === 'unknown' || f.staleSince !== undefined,
  ).length;
  const decided = joinWords([
    ...(byStatus.acknowledged ? [`${byStatus.acknowledged} acknowledged`] : []),
    ...(byStatus.suppressed ? [`${byStatus.suppressed} suppressed`] : []),
  ]);
  return (
    <>
      <TotalTiles
        tiles={[
          {
            label: 'Critical findings',
            value: bySeverity.critical,
            note: 'traffic or redundancy is lost',
            alarm: bySeverity.critical > 0,
          },
          {
            label: 'Warnings',
            value: bySeverity.warning,
            note: 'open',
          },
          {
            label: 'Info',
            value: bySeverity.info,
            note: decided ? `besides, ${decided}` : 'open',
          },
          {
            label: 'Fabrics that need a look',
            value: byFabric.filter(needsLook).length,
            note: unknown
              ? `of ${byFabric.length}, ${unknown} not known now`
              : `of ${byFabric.length}`,
          },
        ]}
      />
      <div className={styles.panels}>
        <AgePanel totals={totals} />
        <FabricsPanel totals={totals} />
      </div>
    </>
  );
};
