import { useState } from 'react';
import { Switch } from '@backstage/ui';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { scmAuthApiRef } from '@backstage/integration-react';
import type { Repository } from '@cnoc/backstage-plugin-cnoc-common';
import styles from './ChangesPage.module.css';

/** Hosts that the portal can sign a person in to. */
const signInHosts = ['github', 'gitlab', 'bitbucket', 'azure'];

/**
 * The person's own token at the git host, where the portal can sign them in there and they want it.
 *
 * @internal
 */
export function useOwnToken(repository: Repository | undefined) {
  const auth = useApiHolder().get(scmAuthApiRef);
  const [wanted, setWanted] = useState(false);
  const offered =
    auth !== undefined &&
    repository !== undefined &&
    signInHosts.includes(repository.provider);
  return {
    offered,
    wanted,
    setWanted,
    token: async (): Promise<string | undefined> => {
      if (!offered || !wanted) return undefined;
      const { token } = await auth.getCredentials({
        url: repository.url,
        additionalScope: { repoWrite: true },
      });
      return token;
    },
  };
}

/** @internal */
export const OwnTokenSwitch = ({
  own,
}: {
  own: ReturnType<typeof useOwnToken>;
}) =>
  own.offered ? (
    <div>
      <Switch
        label="Push with my own sign-in at the git host"
        isSelected={own.wanted}
        onChange={own.setWanted}
      />
      <p className={styles.note}>
        You are the commit’s author either way. Without this, CNOC’s credential
        pushes.
      </p>
    </div>
  ) : null;
