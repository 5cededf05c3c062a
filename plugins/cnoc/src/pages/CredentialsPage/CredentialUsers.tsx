import {
  createContext,
  Fragment,
  useContext,
  useMemo,
  type ReactNode,
} from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { Credential } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { InlineLink } from '../../components/InlineLink/InlineLink';
import { Name } from '../../components/Name/Name';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { useServerState } from '../../hooks/useServerState';

/** Most clusters that are looked at. */
const MAX_CLUSTERS = 500;

const ClustersByCredential = createContext<ReadonlyMap<string, Set<string>>>(
  new Map(),
);

/**
 * Lets everything inside tell clusters from repositories among the names of a credential's users; asked once a page.
 *
 * @internal
 */
export const CredentialUsersProvider = (props: { children: ReactNode }) => {
  const api = useApi(cnocApiRef);
  // Somebody who may not see clusters is led to where repositories are, which says that it may not be seen.
  const { data } = useServerState('clusters', signal =>
    api.listClusters({ limit: MAX_CLUSTERS }, { signal }),
  );
  const byCredential = useMemo(() => {
    const found = new Map<string, Set<string>>();
    for (const { name, credential } of data?.items ?? []) {
      if (!credential) continue;
      found.set(credential, (found.get(credential) ?? new Set()).add(name));
    }
    return found;
  }, [data]);
  return (
    <ClustersByCredential.Provider value={byCredential}>
      {props.children}
    </ClustersByCredential.Provider>
  );
};

/**
 * The repositories and clusters that use a credential, each leading to its page.
 *
 * @internal
 */
export const CredentialUsers = (props: {
  credential: Credential;
  /** Most that are named; absent = all */
  max?: number;
}) => {
  const { credential, max = Infinity } = props;
  const { usedBy } = credential;
  const links = useCnocLinks();
  const clusters = useContext(ClustersByCredential).get(credential.name);
  if (usedBy.length === 0) return <>nothing</>;
  const hrefOf = (name: string) => {
    if (clusters?.has(name)) return links.cluster(name);
    // No repository is signed in to with a certificate.
    return credential.type === 'certificate' || credential.origin === 'cluster'
      ? links.cluster(name)
      : links.repository(name);
  };
  return (
    <span>
      {[...new Set(usedBy)].slice(0, max).map((name, index) => (
        <Fragment key={name}>
          {index > 0 && ', '}
          <InlineLink href={hrefOf(name)}>
            <Name>{name}</Name>
          </InlineLink>
        </Fragment>
      ))}
      {usedBy.length > max && ` and ${usedBy.length - max} more`}
    </span>
  );
};
