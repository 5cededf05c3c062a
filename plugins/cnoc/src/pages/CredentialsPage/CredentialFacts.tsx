import type { Credential } from '@cnoc/backstage-plugin-cnoc-common';
import { ActorName } from '../../components/ActorName/ActorName';
import { FactGrid, type GridFact } from '../../components/FactGrid/FactGrid';
import { Name } from '../../components/Name/Name';
import { TimeAgo } from '../../components/TimeAgo/TimeAgo';
import {
  credentialTypes,
  describeExpiry,
  describeStrength,
} from '../../model/describeCredential';
import { plural } from '../../text/plural';
import { DescribedWord } from './DescribedWord';
import { CredentialUsers } from './CredentialUsers';

/**
 * What is known of a credential; its value is not.
 *
 * @internal
 */
export const CredentialFacts = (props: {
  credential: Credential;
  /** Where and by whom it was stored too */
  whole?: boolean;
}) => {
  const { credential, whole } = props;
  const strength = describeStrength(credential);
  const expiry = describeExpiry(credential);
  const { lastUsedAt, rotatedAt, createdBy, username, keyId } = credential;
  const facts: GridFact[] = [
    {
      label: 'Type',
      value: credentialTypes[credential.type].label,
      message: username && (
        <>
          for <Name>{username}</Name>
        </>
      ),
    },
    {
      label: 'Strength',
      tone: strength.tone,
      value: <DescribedWord described={strength} />,
    },
    {
      label: 'Ends',
      tone: expiry.tone,
      value: <DescribedWord described={expiry} />,
    },
    {
      label: 'Used by',
      value: (
        <CredentialUsers credential={credential} max={whole ? undefined : 3} />
      ),
    },
    {
      label: 'Last used',
      value: lastUsedAt ? <TimeAgo at={lastUsedAt} /> : 'never',
      message: credential.uses > 0 && plural(credential.uses, 'use'),
    },
    { label: 'Fingerprint', value: <Name mono>{credential.fingerprint}</Name> },
  ];
  if (whole) {
    facts.push(
      {
        label: 'Stored',
        value: <TimeAgo at={credential.createdAt} />,
        message: createdBy && (
          <>
            by <ActorName actor={createdBy} />
          </>
        ),
      },
      {
        label: 'Value replaced',
        value: rotatedAt ? <TimeAgo at={rotatedAt} /> : 'never',
      },
      {
        label: 'Encrypted by key',
        tone: credential.readable === false ? 'bad' : undefined,
        value: keyId ? <Name mono>{keyId}</Name> : 'not known',
        message:
          credential.readable === false
            ? 'The ring has no key that opens it. Put the key back, or rotate the credential.'
            : undefined,
      },
    );
  }
  return <FactGrid facts={facts} />;
};
