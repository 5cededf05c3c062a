import type { Repository } from '@cnoc/backstage-plugin-cnoc-common';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { describeAccess } from '../../model/describeRepository';
import { InlineLink } from '../InlineLink/InlineLink';
import { Name } from '../Name/Name';

/**
 * The credential of a repository, or where else its secret comes from.
 *
 * @internal
 */
export const CredentialLink = ({ repository }: { repository: Repository }) => {
  const links = useCnocLinks();
  if (!repository.credential) return <>{describeAccess(repository)}</>;
  return (
    <InlineLink href={links.credential(repository.credential)}>
      <Name>{repository.credential}</Name>
    </InlineLink>
  );
};
