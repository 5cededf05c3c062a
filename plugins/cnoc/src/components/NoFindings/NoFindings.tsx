import type { ReactNode } from 'react';
import { RiCheckboxCircleLine, RiQuestionLine } from '@remixicon/react';
import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { EmptyState } from '../EmptyState/EmptyState';

/**
 * No findings is good news only when git and cluster were compared; otherwise it says that nothing is known.
 *
 * @internal
 */
export const NoFindings = (props: {
  fabric: Fabric;
  title: string;
  children: ReactNode;
}) => {
  const { drift, connection } = props.fabric.status;
  return drift.state === 'unknown' || connection.staleSince ? (
    <EmptyState
      icon={<RiQuestionLine size={28} aria-hidden />}
      title="No findings known"
    >
      Git and cluster could not be compared lately, so there may be some.
    </EmptyState>
  ) : (
    <EmptyState
      icon={<RiCheckboxCircleLine size={28} aria-hidden />}
      title={props.title}
    >
      {props.children}
    </EmptyState>
  );
};
