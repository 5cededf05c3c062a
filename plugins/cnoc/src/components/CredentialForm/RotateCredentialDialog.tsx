import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { Credential } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { fieldErrors } from '../../errors/fieldErrors';
import { useAction } from '../../hooks/useAction';
import {
  checkSecret,
  emptySecret,
  valueOf,
  type SecretDraft,
} from '../../model/credentialDraft';
import { plural } from '../../text/plural';
import { FormDialog } from '../FormDialog/FormDialog';
import { Name } from '../Name/Name';
import { SecretFields } from './SecretFields';
import styles from './CredentialForm.module.css';

/**
 * Replaces the value of a credential, once everything that uses it took the new one.
 *
 * @internal
 */
export const RotateCredentialDialog = (props: {
  credential: Credential;
  onRotated: (credential: Credential) => void;
  onClose: () => void;
}) => {
  const { credential } = props;
  const { type, usedBy } = credential;
  const api = useApi(cnocApiRef);
  const [draft, setDraft] = useState<SecretDraft>(emptySecret);
  const [tried, setTried] = useState(false);
  // The stored user name stays when none is typed.
  const withUser = {
    ...draft,
    username: draft.username || credential.username || '',
  };
  const rotate = useAction(idempotencyKey =>
    api.rotateCredential(credential.name, valueOf(type, withUser), {
      idempotencyKey,
    }),
  );
  const local = checkSecret(type, withUser);
  const submit = async () => {
    setTried(true);
    if (Object.keys(local).length > 0) return;
    const rotated = await rotate.run();
    if (rotated) props.onRotated(rotated);
  };
  return (
    <FormDialog
      title={`Rotate ${credential.name}`}
      submit={usedBy.length > 0 ? 'Try it, then replace' : 'Replace the value'}
      busy={rotate.pending}
      failure={{
        title: 'The old value stays in use',
        error: rotate.error,
      }}
      onSubmit={submit}
      onClose={props.onClose}
    >
      {usedBy.length > 0 ? (
        <div>
          <p className={styles.note}>
            The new value is first tried with{' '}
            {plural(
              usedBy.length,
              'repository or cluster',
              'repositories and clusters',
            )}
            . The old one stays in use until all of them took it.
          </p>
          <ul className={styles.tried} aria-label="Tried first">
            {usedBy.map(name => (
              <li key={name}>
                <Name>{name}</Name>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p className={styles.note}>
          Nothing uses it, so that nothing can try the new value first.
        </p>
      )}
      <SecretFields
        type={type}
        draft={draft}
        problems={{
          ...(tried ? local : {}),
          ...fieldErrors(rotate.error),
        }}
        usernameNote={
          credential.username
            ? `Stored: ${credential.username}. Leave it empty to keep it.`
            : undefined
        }
        onChange={part => setDraft(before => ({ ...before, ...part }))}
      />
    </FormDialog>
  );
};
