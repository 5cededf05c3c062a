import { useState } from 'react';
import { Button } from '@backstage/ui';
import { RiCheckboxCircleLine } from '@remixicon/react';
import type { FindingTotals } from '@cnoc/backstage-plugin-cnoc-common';
import { EmptyState } from '../../components/EmptyState/EmptyState';
import { InlineLink } from '../../components/InlineLink/InlineLink';
import { Name } from '../../components/Name/Name';
import { Panel } from '../../components/Panel/Panel';
import { SeverityBars } from '../../components/SeverityBars/SeverityBars';
import { TimeAgo } from '../../components/TimeAgo/TimeAgo';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { compareTotals, needsLook } from '../../model/compareTotals';
import { plural } from '../../text/plural';
import styles from './DriftPage.module.css';

const FEW = 6;

/**
 * Which fabrics differ, worst first; those of which nothing is known are marked, not counted as good.
 *
 * @internal
 */
export const FabricsPanel = ({ totals }: { totals: FindingTotals }) => {
  const links = useCnocLinks();
  const [all, setAll] = useState(false);
  const listed = totals.byFabric.filter(needsLook).sort(compareTotals);
  const good = totals.byFabric.length - listed.length;
  return (
    <Panel
      title="By fabric"
      note={`${good} of ${plural(totals.byFabric.length, 'fabric')} in sync`}
    >
      {listed.length === 0 ? (
        <EmptyState
          icon={<RiCheckboxCircleLine size={28} aria-hidden />}
          title="Every fabric is in sync"
        />
      ) : (
        <SeverityBars
          label="Open findings by fabric and severity"
          heading="Fabric"
          rows={(all ? listed : listed.slice(0, FEW)).map(fabric => ({
            id: fabric.fabric,
            counts: fabric.findings,
            stale: Boolean(fabric.staleSince) || fabric.state === 'unknown',
            label: (
              <span className={styles.lines}>
                <InlineLink href={links.fabric(fabric.fabric, 'drift')}>
                  <Name>{fabric.fabric}</Name>
                </InlineLink>
                {fabric.staleSince ? (
                  <span className={styles.note}>
                    stale since <TimeAgo at={fabric.staleSince} clock />
                  </span>
                ) : (
                  fabric.state === 'unknown' && (
                    <span className={styles.note}>unknown: not compared</span>
                  )
                )}
              </span>
            ),
          }))}
        />
      )}
      {listed.length > FEW && (
        <div className={styles.more}>
          <Button
            variant="tertiary"
            size="small"
            aria-expanded={all}
            onPress={() => setAll(!all)}
          >
            {all ? `Show the worst ${FEW}` : `Show all ${listed.length}`}
          </Button>
        </div>
      )}
    </Panel>
  );
};
