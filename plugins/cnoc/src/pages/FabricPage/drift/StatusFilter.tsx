import { Checkbox, CheckboxGroup } from '@backstage/ui';

/** @internal */
export const otherStatuses = [
  'acknowledged',
  'suppressed',
  'resolved',
] as const;

/**
 * Which findings stand beside the open ones.
 *
 * @internal
 */
export const StatusFilter = (props: {
  shown: readonly string[];
  onChange: (shown: string[]) => void;
}) => (
  <CheckboxGroup
    aria-label="Also show"
    orientation="horizontal"
    value={[...props.shown]}
    onChange={props.onChange}
  >
    {otherStatuses.map(status => (
      <Checkbox key={status} value={status}>
        {`Show ${status}`}
      </Checkbox>
    ))}
  </CheckboxGroup>
);
