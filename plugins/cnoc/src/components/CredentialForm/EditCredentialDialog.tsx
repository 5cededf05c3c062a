import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { TextField } from '@backstage/ui';
import type { Credential } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { fieldErrors } from '../../errors/fieldErrors';
import { useAction } from '../../hooks/useAction';
import { credentialPatchOf, dayOf } from '../../model/credentialDraft';
import { DateField } from '../DateField/DateField';
import { FormDialog } from '../FormDialog/FormDialog';
import { fieldProblem } from '../FormDialog/fieldProblem';

/**
 * Changes what is told about a credential; its value is changed by rotating it.
 *
 * @internal
 */
export const EditCredentialDialog = (props: {
  credential: Credential;
  onSaved: (credential: Credential) => void;
  onClose: () => void;
}) => {
  const api = useApi(cnocApiRef);
  // As it was when the form opened: a change that comes in meanwhile must be noticed, not overwritten.
  const [credential] = useState(props.credential);
  const [draft, setDraft] = useState({
    title: credential.title ?? '',
    expiresOn: dayOf(credential.expiresAt),
  });
  const save = useAction(async () => {
    const patch = credentialPatchOf(draft, credential);
    if (!patch) return credential;
    return api.updateCredential(credential.name, patch, {
      ifMatch: credential.etag,
    });
  });
  return (
    <FormDialog
      title={`Edit ${credential.name}`}
      submit="Save"
      busy={save.pending}
      failure={{ title: 'It was not saved', error: save.error }}
      onSubmit={async () => {
        const saved = await save.run();
        if (saved) props.onSaved(saved);
      }}
      onClose={props.onClose}
    >
      <TextField
        label="Title"
        autoComplete="off"
        value={draft.title}
        onChange={title => setDraft({ ...draft, title })}
        {...fieldProblem(fieldErrors(save.error).title)}
      />
      <DateField
        label="Ends on"
        description="The last day on which the host takes it; empty = not known."
        value={draft.expiresOn}
        onChange={expiresOn => setDraft({ ...draft, expiresOn })}
      />
    </FormDialog>
  );
};
