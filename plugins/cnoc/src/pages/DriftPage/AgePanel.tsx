import type { FindingTotals } from '@cnoc/backstage-plugin-cnoc-common';
import { Panel } from '../../components/Panel/Panel';
import { SeverityBars } from '../../components/SeverityBars/SeverityBars';

const ages = {
  hour: 'Up to an hour',
  day: 'Up to a day',
  week: 'Up to a week',
  month: 'Up to a month',
  older: 'Older',
};

/**
 * Since when do they differ?
 *
 * @internal
 */
export const AgePanel = ({ totals }: { totals: FindingTotals }) => (
  <Panel title="By age" note="open findings">
    <SeverityBars
      label="Open findings by age and severity"
      heading="Age"
      rows={totals.byAge.map(({ upTo, findings }) => ({
        id: upTo,
        label: ages[upTo],
        counts: findings,
      }))}
    />
  </Panel>
);
