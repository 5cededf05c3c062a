import { useNow } from '../../hooks/useNow';
import { formatAge, formatExact, formatMoment } from '../../text/formatTime';

/**
 * A time: its age in words (or, with `clock`, the time of day), exact on hover. Renders nothing for an unreadable time.
 *
 * @internal
 */
export const TimeAgo = (props: { at: string | Date; clock?: boolean }) => {
  const now = useNow();
  const at = new Date(props.at);
  if (Number.isNaN(at.getTime())) return null;
  return (
    <time dateTime={at.toISOString()} title={formatExact(at)}>
      {props.clock ? formatMoment(at, now) : formatAge(at, now)}
    </time>
  );
};
