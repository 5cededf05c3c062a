import { Fragment } from 'react';
import { InlineLink } from '../../components/InlineLink/InlineLink';
import { Name } from '../../components/Name/Name';
import { useCnocLinks } from '../../hooks/useCnocLinks';

/** @internal */
export const RepositoryLinks = (props: {
  repositories: readonly string[];
  /** Most that are named; absent = all */
  max?: number;
}) => {
  const { repositories, max = Infinity } = props;
  const links = useCnocLinks();
  if (repositories.length === 0) return <>nothing</>;
  return (
    <span>
      {repositories.slice(0, max).map((name, index) => (
        <Fragment key={name}>
          {index > 0 && ', '}
          <InlineLink href={links.repository(name)}>
            <Name>{name}</Name>
          </InlineLink>
        </Fragment>
      ))}
      {repositories.length > max && ` and ${repositories.length - max} more`}
    </span>
  );
};
