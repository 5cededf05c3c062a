import { useMemo, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import {
  cnocCredentialCreatePermission,
  type Credential,
} from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { usePortalPermission } from '../../hooks/usePortalPermission';
import { useServerState } from '../../hooks/useServerState';
import { credentialTypes } from '../../model/describeCredential';
import { NewCredentialDialog } from '../CredentialForm/NewCredentialDialog';
import { fieldProblem } from '../FormDialog/fieldProblem';
import { GuardedButton } from '../GuardedButton/GuardedButton';
import type { FieldsProps } from './FieldsProps';
import layout from '../FormLayout/FormLayout.module.css';

/** Most credentials that are offered. */
const MAX_CREDENTIALS = 500;
/** Stands for nothing chosen: the UI kit takes no empty key, and checks no absent one. It can be no name. */
const NONE = '-';
const usable: Credential['type'][] = ['token', 'certificate'];

/**
 * A stored token or client certificate.
 *
 * @internal
 */
export const CredentialField = (props: FieldsProps) => {
  const { draft, problems, onChange } = props;
  const api = useApi(cnocApiRef);
  const [creating, setCreating] = useState(false);
  const mayCreate = usePortalPermission(cnocCredentialCreatePermission);
  const { data, error, refresh } = useServerState('credentials', signal =>
    api.listCredentials({ limit: MAX_CREDENTIALS }, { signal }),
  );
  // Kept between the keys that are pressed in other fields: the UI kit builds its list anew from each new array.
  const options = useMemo(() => {
    const listed = (data?.items ?? []).filter(({ type }) =>
      usable.includes(type),
    );
    return [
      ...(draft.credential ? [] : [{ value: NONE, label: 'Choose one' }]),
      // One that was just stored, or that this person may not see.
      ...(draft.credential &&
      !listed.some(({ name }) => name === draft.credential)
        ? [{ value: draft.credential, label: draft.credential }]
        : []),
      ...listed.map(({ name, type }) => ({
        value: name,
        label: `${name} · ${credentialTypes[type].label}`,
      })),
    ];
  }, [data, draft.credential]);
  return (
    <div className={layout.beside}>
      <Select
        label="Credential"
        secondaryLabel="Required"
        description={
          error
            ? 'Your credentials cannot be listed at the moment.'
            : 'A token or a client certificate.'
        }
        value={draft.credential || NONE}
        onChange={value =>
          onChange({ credential: value === NONE ? '' : String(value) })
        }
        options={options}
        {...fieldProblem(problems.credential)}
      />
      <GuardedButton
        {...mayCreate}
        variant="secondary"
        onPress={() => setCreating(true)}
      >
        New credential
      </GuardedButton>
      {creating && (
        <NewCredentialDialog
          type="token"
          onCreated={({ name }) => {
            setCreating(false);
            onChange({ credential: name });
            refresh();
          }}
          onClose={() => setCreating(false)}
        />
      )}
    </div>
  );
};
