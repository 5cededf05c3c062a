import { useMemo, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Alert, Checkbox, Select } from '@backstage/ui';
import {
  cnocCredentialCreatePermission,
  type Credential,
} from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { usePortalPermission } from '../../hooks/usePortalPermission';
import { useServerState } from '../../hooks/useServerState';
import { credentialTypes } from '../../model/describeCredential';
import { readRemote } from '../../model/readRemote';
import { NewCredentialDialog } from '../CredentialForm/NewCredentialDialog';
import { fieldProblem } from '../FormDialog/fieldProblem';
import { GuardedButton } from '../GuardedButton/GuardedButton';
import type { FieldsProps } from './FieldsProps';
import layout from '../FormLayout/FormLayout.module.css';

/** Most credentials that are offered. */
const MAX_CREDENTIALS = 500;
/** Stands for no credential: the UI kit takes no empty key. It can be no name. */
const NONE = '-';

/**
 * How CNOC gets in: the credential, and whether the host has to prove who it is.
 *
 * @internal
 */
export const AccessFields = (props: FieldsProps) => {
  const { draft, problems, onChange } = props;
  const api = useApi(cnocApiRef);
  const [creating, setCreating] = useState(false);
  const mayCreate = usePortalPermission(cnocCredentialCreatePermission);
  const { data, error, refresh } = useServerState('credentials', signal =>
    api.listCredentials({ limit: MAX_CREDENTIALS }, { signal }),
  );
  const remote = readRemote(draft.url);
  const scheme = 'problem' in remote ? undefined : remote.scheme;
  const chosen = data?.items.find(({ name }) => name === draft.credential);
  // Kept between the keys that are pressed in other fields: the UI kit builds its list anew from each new array.
  const options = useMemo(
    () => [
      { value: NONE, label: 'None, or the portal’s integrations' },
      // One that was just stored, or that this person may not see, is still the one in use.
      ...(draft.credential && !chosen
        ? [{ value: draft.credential, label: draft.credential }]
        : []),
      ...(data?.items ?? []).map(({ name, type }) => ({
        value: name,
        label: `${name} · ${credentialTypes[type].label}`,
      })),
    ],
    [data, draft.credential, chosen],
  );
  return (
    <fieldset className={layout.section}>
      <legend>Access</legend>
      <div className={layout.beside}>
        <Select
          label="Credential"
          description={
            error
              ? 'Your credentials cannot be listed at the moment; the chosen one stays.'
              : null
          }
          value={draft.credential || NONE}
          onChange={value =>
            onChange({ credential: value === NONE ? '' : String(value) })
          }
          options={options}
          {...fieldProblem(problems.credential ?? mismatch(scheme, chosen))}
        />
        <GuardedButton
          {...mayCreate}
          variant="secondary"
          onPress={() => setCreating(true)}
        >
          New credential
        </GuardedButton>
      </div>
      {scheme === 'https' && (
        <Checkbox
          isSelected={draft.skipTLSVerify}
          onChange={skipTLSVerify => onChange({ skipTLSVerify })}
        >
          Do not check the host’s TLS certificate
        </Checkbox>
      )}
      {scheme === 'https' && draft.skipTLSVerify && (
        <Alert
          status="danger"
          icon
          title="Anybody on the way can pose as this host"
          description="They would get the credential and decide what git says. Better: have the host’s certificate authority trusted by the portal. The choice is recorded."
        />
      )}
      {creating && (
        <NewCredentialDialog
          type={scheme === 'ssh' ? 'ssh' : 'token'}
          onCreated={({ name }) => {
            setCreating(false);
            onChange({ credential: name });
            refresh();
          }}
          onClose={() => setCreating(false)}
        />
      )}
    </fieldset>
  );
};

function mismatch(
  scheme: 'https' | 'http' | 'ssh' | undefined,
  credential: Credential | undefined,
): string | undefined {
  if (!scheme || !credential) return undefined;
  if (scheme === 'ssh' && credential.type !== 'ssh') {
    return 'An ssh address needs an SSH key.';
  }
  if (scheme !== 'ssh' && credential.type === 'ssh') {
    return 'An SSH key opens ssh addresses only; choose a token or password.';
  }
  return undefined;
}
