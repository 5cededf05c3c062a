import type { Plan } from '@cnoc/backstage-plugin-cnoc-common';
import { Panel } from '../../components/Panel/Panel';
import { RowList } from '../../components/RowList/RowList';
import { wavesOf } from '../../model/describePlan';
import { plural } from '../../text/plural';
import { PlanLineRow } from './PlanLineRow';

/**
 * The plan's lines in the order of their execution.
 *
 * @internal
 */
export const PlanLines = (props: { fabric: string; plan: Plan }) => (
  <>
    {wavesOf(props.plan.lines).map(({ wave, lines }, index, waves) => (
      <Panel
        flush
        key={wave}
        title={`Wave ${index + 1} of ${waves.length}`}
        note={plural(lines.length, 'line')}
      >
        <RowList label={`Wave ${index + 1}`}>
          {lines.map(line => (
            <li key={line.seq}>
              <PlanLineRow fabric={props.fabric} line={line} />
            </li>
          ))}
        </RowList>
      </Panel>
    ))}
  </>
);
