import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import {
  cnocRepositoryUpdatePermission,
  type RepositoryDetail,
} from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { ConfirmDialog } from '../../components/ConfirmDialog/ConfirmDialog';
import { GuardedButton } from '../../components/GuardedButton/GuardedButton';
import { Name } from '../../components/Name/Name';
import { Panel } from '../../components/Panel/Panel';
import { TimeAgo } from '../../components/TimeAgo/TimeAgo';
import { useAction } from '../../hooks/useAction';
import { usePortalPermission } from '../../hooks/usePortalPermission';
import styles from './RepositoryPage.module.css';

type Props = {
  repository: RepositoryDetail;
  hostKey: NonNullable<RepositoryDetail['hostKey']>;
  onChanged: () => void;
};

/**
 * The key by which CNOC knows an SSH host; when the host shows another one, both, and the way to trust the new one.
 *
 * @internal
 */
export const HostKeyPanel = ({ repository, hostKey, onChanged }: Props) => {
  const api = useApi(cnocApiRef);
  const permission = usePortalPermission(cnocRepositoryUpdatePermission);
  const [confirming, setConfirming] = useState<string>();
  const trust = useAction((_key, fingerprint: string) =>
    api.trustHostKey(repository.name, fingerprint),
  );
  const { fingerprint, since, offered } = hostKey;
  const keys = (shown: string) => (
    <dl className={styles.keys}>
      <dt>Trusted</dt>
      <dd>
        <Name mono>{fingerprint}</Name>
      </dd>
      <dt>Shown now</dt>
      <dd>
        <Name mono>{shown}</Name>
      </dd>
    </dl>
  );
  return (
    <Panel title="Host key">
      {offered ? (
        <div className={styles.stack}>
          <Alert
            status="danger"
            icon
            title="The host shows another key than before"
            description="Either its key was replaced, or somebody poses as the host. Nothing is read or written until the key is trusted. Ask those who run the host for its fingerprint, by another way than this one."
          />
          {keys(offered)}
          <GuardedButton
            {...permission}
            destructive
            onPress={() => setConfirming(offered)}
          >
            Trust the new key
          </GuardedButton>
        </div>
      ) : (
        <div className={styles.stack}>
          <Name mono>{fingerprint}</Name>
          <span className={styles.note}>
            {since && (
              <>
                Trusted since <TimeAgo at={since} />.{' '}
              </>
            )}
            A host that shows another key is refused.
          </span>
        </div>
      )}
      {confirming && (
        <ConfirmDialog
          title={`Trust another host key for ${repository.name}?`}
          confirm="I compared it: trust the new key"
          destructive
          busy={trust.pending}
          failure={{ title: 'The key was not trusted', error: trust.error }}
          onClose={() => {
            setConfirming(undefined);
            trust.reset();
          }}
          onConfirm={async () => {
            const trusted = await trust.run(confirming);
            if (!trusted) return;
            setConfirming(undefined);
            onChanged();
          }}
        >
          {keys(confirming)}
          <p>
            From then on CNOC signs in at whoever holds the new key, and takes
            from them what{' '}
            {repository.fabrics.length > 0
              ? `${repository.fabrics.join(', ')} should be`
              : 'git says'}
            .
          </p>
        </ConfirmDialog>
      )}
    </Panel>
  );
};
