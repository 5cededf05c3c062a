import { Fragment } from 'react';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { InlineLink } from '../InlineLink/InlineLink';
import { Name } from '../Name/Name';

/** Most fabrics that are named. */
const MAX_NAMED = 3;

/**
 * Fabrics in one line, the first few by name.
 *
 * @internal
 */
export const FabricLinks = ({ fabrics }: { fabrics: readonly string[] }) => {
  const links = useCnocLinks();
  if (fabrics.length === 0) return <>none</>;
  return (
    <span>
      {fabrics.slice(0, MAX_NAMED).map((fabric, index) => (
        <Fragment key={fabric}>
          {index > 0 && ', '}
          <InlineLink href={links.fabric(fabric)}>
            <Name>{fabric}</Name>
          </InlineLink>
        </Fragment>
      ))}
      {fabrics.length > MAX_NAMED && ` and ${fabrics.length - MAX_NAMED} more`}
    </span>
  );
};
