import {
  RiCheckboxCircleLine,
  RiQuestionLine,
  RiSearchLine,
} from '@remixicon/react';
import { EmptyState } from '../../components/EmptyState/EmptyState';

/**
 * No findings: because of the filter, because nobody could look, or because all is well.
 *
 * @internal
 */
export const NothingFound = (props: {
  filtered: boolean;
  /** Some fabric could not be compared lately */
  blind: boolean;
}) => {
  if (props.filtered) {
    return (
      <EmptyState
        icon={<RiSearchLine size={32} aria-hidden />}
        title="No finding matches the filter"
      />
    );
  }
  if (props.blind) {
    return (
      <EmptyState
        icon={<RiQuestionLine size={32} aria-hidden />}
        title="No findings known"
      >
        Some fabrics could not be compared lately, so there may be some.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<RiCheckboxCircleLine size={32} aria-hidden />}
      title="Nothing differs"
    >
      Differences between git, clusters and switches of all your fabrics would
      stand here, worst first, with who made them.
    </EmptyState>
  );
};
