import type { FabricStatus } from '@cnoc/backstage-plugin-cnoc-common';
import { describeStatus } from '../../model/describeStatus';
import { FactGrid } from '../FactGrid/FactGrid';
import { StatusFactValue } from './StatusFactValue';

/**
 * The four facts of a fabric side by side.
 *
 * @internal
 */
export const StatusFacts = (props: { status: FabricStatus }) => (
  <FactGrid
    facts={describeStatus(props.status).map(fact => ({
      label: fact.label,
      tone: fact.tone,
      stale: fact.staleSince !== undefined,
      value: <StatusFactValue fact={fact} />,
      message: fact.message,
    }))}
  />
);
