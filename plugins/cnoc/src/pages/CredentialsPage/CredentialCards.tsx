import type { Credential } from '@cnoc/backstage-plugin-cnoc-common';
import { CardList } from '../../components/CardList/CardList';
import { CredentialFacts } from './CredentialFacts';
import { CredentialName } from './CredentialName';

/**
 * The table's twin for a narrow screen.
 *
 * @internal
 */
export const CredentialCards = (props: { credentials: Credential[] }) => (
  <CardList
    label="Credentials"
    items={props.credentials}
    head={credential => <CredentialName credential={credential} />}
  >
    {credential => <CredentialFacts credential={credential} />}
  </CardList>
);
