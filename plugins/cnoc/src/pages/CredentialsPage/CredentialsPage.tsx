import { useMemo, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { useBreakpoint } from '@backstage/ui';
import { RiAddLine, RiKey2Line, RiQuestionLine } from '@remixicon/react';
import {
  cnocCredentialCreatePermission,
  type Credential,
} from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { NewCredentialDialog } from '../../components/CredentialForm/NewCredentialDialog';
import { EmptyState } from '../../components/EmptyState/EmptyState';
import { FilteredList } from '../../components/FilteredList/FilteredList';
import { FilterField } from '../../components/FilterField/FilterField';
import { GuardedButton } from '../../components/GuardedButton/GuardedButton';
import { LoadingTiles } from '../../components/Loading/LoadingTiles';
import { PageBody } from '../../components/PageBody/PageBody';
import { SectionHeader } from '../../components/SectionHeader/SectionHeader';
import { usePortalPermission } from '../../hooks/usePortalPermission';
import { useServerState } from '../../hooks/useServerState';
import { useUrlSort } from '../../hooks/useUrlSort';
import { useUrlState } from '../../hooks/useUrlState';
import {
  compareCredentials,
  credentialTypes,
} from '../../model/describeCredential';
import { sortRows } from '../../model/sortRows';
import { matchesWords } from '../../text/matchesWords';
import { CredentialCards } from './CredentialCards';
import { CredentialDialog } from './CredentialDialog';
import { CredentialsTable } from './CredentialsTable';
import { CredentialTotals } from './CredentialTotals';
import { CredentialUsersProvider } from './CredentialUsers';
import { KeyRotationPanel } from './KeyRotationPanel';

/** Most credentials that one page shows. */
const MAX_CREDENTIALS = 500;

const levels = ['weak', 'fair', 'strong'];

const sortable: Record<
  string,
  (credential: Credential) => string | number | undefined
> = {
  name: c => c.name,
  type: c => c.type,
  strength: c => levels.indexOf(c.strength.level),
  expiry: c => c.expiresAt,
  usedBy: c => c.usedBy.length,
  lastUsed: c => c.lastUsedAt,
  key: c => c.keyId,
};

/**
 * Are my secrets sound?
 *
 * @internal
 */
export const CredentialsPage = () => {
  const api = useApi(cnocApiRef);
  const [text, setText] = useUrlState('text');
  const [name, setName] = useUrlState('credential');
  const { sort, tableSort } = useUrlSort();
  const [creating, setCreating] = useState(false);
  const permission = usePortalPermission(cnocCredentialCreatePermission);
  const narrow = useBreakpoint().down('md');
  const credentials = useServerState('credentials', signal =>
    api.listCredentials({ limit: MAX_CREDENTIALS }, { signal }),
  );
  const { data, refresh } = credentials;
  const shown = useMemo(() => {
    const found = (data?.items ?? [])
      .filter(c => matchesWords(namesOf(c), text))
      .sort(compareCredentials);
    return sortRows(found, sort, sortable);
  }, [data, text, sort]);
  const opened = data?.items.find(c => c.name === name);
  return (
    <CredentialUsersProvider>
      <SectionHeader
        section="credentials"
        actions={
          <GuardedButton
            {...permission}
            iconStart={<RiAddLine />}
            onPress={() => setCreating(true)}
          >
            New credential
          </GuardedButton>
        }
      />
      <PageBody>
        {credentials.loading && <LoadingTiles label="Loading totals" />}
        {data && data.items.length > 0 && (
          <CredentialTotals credentials={data.items} />
        )}
        <FilteredList
          words={{ one: 'credential', many: 'credentials' }}
          state={credentials}
          shown={shown.length}
          filtered={text !== ''}
          order={sort ? 'sorted' : 'by need'}
          stillWorks="Repositories and clusters use them as before."
          filters={
            <FilterField
              label="Filter credentials"
              placeholder="Name, type, user, fingerprint   ( / )"
              value={text}
              onChange={setText}
            />
          }
          empty={
            <EmptyState
              icon={<RiKey2Line size={32} aria-hidden />}
              title="No credentials yet"
            >
              Tokens, passwords, keys and certificates for your git hosts and
              clusters stand here, encrypted, with their strength and their end.
              Store one above; hosts of the portal’s integrations need none.
            </EmptyState>
          }
        >
          {narrow ? (
            <CredentialCards credentials={shown} />
          ) : (
            <CredentialsTable credentials={shown} sort={tableSort} />
          )}
        </FilteredList>
        {data && name !== '' && !opened && (
          <EmptyState
            icon={<RiQuestionLine size={28} aria-hidden />}
            title={`There is no credential ${name}, or you may not see it`}
          />
        )}
        {data && (
          <KeyRotationPanel
            credentials={data.items.length}
            onFinished={refresh}
          />
        )}
      </PageBody>
      {creating && (
        <NewCredentialDialog
          onCreated={() => {
            setCreating(false);
            refresh();
          }}
          onClose={() => setCreating(false)}
        />
      )}
      {opened && (
        <CredentialDialog
          key={opened.name}
          credential={opened}
          onChanged={refresh}
          onClose={() => setName('')}
        />
      )}
    </CredentialUsersProvider>
  );
};

function namesOf(credential: Credential) {
  return [
    credential.name,
    credential.title,
    credential.username,
    credentialTypes[credential.type].label,
    credential.fingerprint,
    credential.keyId,
    ...credential.usedBy,
  ];
}
