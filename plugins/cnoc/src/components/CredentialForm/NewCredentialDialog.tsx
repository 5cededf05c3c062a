import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup, TextField } from '@backstage/ui';
import type { Credential } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { fieldErrors } from '../../errors/fieldErrors';
import { useAction } from '../../hooks/useAction';
import {
  checkCredential,
  credentialInputOf,
  emptyCredential,
  emptySecret,
  type CredentialDraft,
} from '../../model/credentialDraft';
import { credentialTypes } from '../../model/describeCredential';
import { FormDialog } from '../FormDialog/FormDialog';
import { fieldProblem } from '../FormDialog/fieldProblem';
import { SecretFields } from './SecretFields';

const types = Object.keys(credentialTypes) as Credential['type'][];

/**
 * Stores a new credential.
 *
 * @internal
 */
export const NewCredentialDialog = (props: {
  /** For an address that takes only one kind of credential */
  type?: Credential['type'];
  onCreated: (credential: Credential) => void;
  onClose: () => void;
}) => {
  const api = useApi(cnocApiRef);
  const [draft, setDraft] = useState<CredentialDraft>({
    ...emptyCredential,
    type: props.type ?? 'token',
  });
  const [tried, setTried] = useState(false);
  const change = (part: Partial<CredentialDraft>) =>
    setDraft(before => ({ ...before, ...part }));
  const store = useAction(idempotencyKey =>
    api.createCredential(credentialInputOf(draft), { idempotencyKey }),
  );
  const problems = {
    ...(tried ? checkCredential(draft) : {}),
    ...fieldErrors(store.error),
  };

  const submit = async () => {
    setTried(true);
    if (Object.keys(checkCredential(draft)).length > 0) return;
    const credential = await store.run();
    if (credential) props.onCreated(credential);
  };
  return (
    <FormDialog
      title="New credential"
      submit="Store credential"
      busy={store.pending}
      failure={{ title: 'It was not stored', error: store.error }}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <RadioGroup
        label="Type"
        orientation="horizontal"
        value={draft.type}
        // What was typed for one type must not go out as part of another.
        onChange={type =>
          change({ ...emptySecret, type: type as Credential['type'] })
        }
      >
        {types.map(type => (
          <Radio key={type} value={type}>
            {credentialTypes[type].label}
          </Radio>
        ))}
      </RadioGroup>
      <TextField
        label="Name"
        secondaryLabel="Required"
        description="Repositories and clusters refer to it by this name; it stays."
        autoComplete="off"
        value={draft.name}
        onChange={name => change({ name })}
        {...fieldProblem(problems.name)}
      />
      <TextField
        label="Title"
        secondaryLabel="Optional"
        autoComplete="off"
        value={draft.title}
        onChange={title => change({ title })}
        {...fieldProblem(problems.title)}
      />
      <SecretFields
        type={draft.type}
        draft={draft}
        problems={problems}
        onChange={change}
      />
    </FormDialog>
  );
};
