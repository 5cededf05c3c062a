import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import {
  cnocClusterUpdatePermission,
  type ClusterDetail,
} from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { GuardedButton } from '../../components/GuardedButton/GuardedButton';
import { Name } from '../../components/Name/Name';
import { Panel } from '../../components/Panel/Panel';
import { TypedConfirmDialog } from '../../components/TypedConfirmDialog/TypedConfirmDialog';
import { useAction } from '../../hooks/useAction';
import { usePortalPermission } from '../../hooks/usePortalPermission';
import { joinWords } from '../../text/joinWords';
import { TimeAgo } from '../../components/TimeAgo/TimeAgo';
import styles from './ClusterPage.module.css';

/**
 * Another cluster answers behind the address: what stands still, both identities, and the way to accept the new one.
 *
 * @internal
 */
export const IdentityPanel = (props: {
  cluster: ClusterDetail;
  onChanged: () => void;
}) => {
  const { name, identity, fabrics, etag } = props.cluster;
  const api = useApi(cnocApiRef);
  const permission = usePortalPermission(cnocClusterUpdatePermission);
  // What the dialog showed is what is accepted, whatever answers meanwhile.
  const [confirming, setConfirming] = useState<{
    seen: string;
    etag: string;
  }>();
  const accept = useAction((_key, seen: string, ifMatch: string) =>
    api.trustClusterIdentity(name, seen, { ifMatch }),
  );
  const { seen } = identity;
  const ids = (shown: string) => (
    <dl className={styles.ids}>
      <dt>Known</dt>
      <dd>
        <Name mono>{identity.pinned ?? 'none'}</Name>
      </dd>
      <dt>Answers now</dt>
      <dd>
        <Name mono>{shown}</Name>
      </dd>
    </dl>
  );
  const stands =
    fabrics.length > 0
      ? `Everything stands still for ${joinWords(
          fabrics,
        )}: nothing is read from the cluster or written to it.`
      : 'Nothing is read from the cluster or written to it.';
  return (
    <Panel title="Another cluster answers">
      <div className={styles.stack}>
        <Alert
          status="danger"
          icon
          title="Behind this address is not the cluster that was registered"
          description={`${stands} Either it was rebuilt or replaced, or the address leads to a wrong one. Ask those who run it before you accept.`}
        />
        {ids(seen ?? 'not known')}
        {identity.since && (
          <span className={styles.note}>
            Noticed <TimeAgo at={identity.since} />. Identity = the uid of the
            namespace kube-system.
          </span>
        )}
        <GuardedButton
          allowed={permission.allowed && seen !== undefined}
          whyNot={
            permission.whyNot ??
            (seen
              ? undefined
              : 'The new identity is not known yet: test first.')
          }
          destructive
          onPress={() => seen && setConfirming({ seen, etag })}
        >
          Accept the new cluster
        </GuardedButton>
      </div>
      {confirming && (
        <TypedConfirmDialog
          title={`Accept another cluster for ${name}?`}
          confirm="Accept the new cluster"
          word={name}
          destructive
          busy={accept.pending}
          failure={{ title: 'It was not accepted', error: accept.error }}
          onClose={() => {
            setConfirming(undefined);
            accept.reset();
          }}
          onConfirm={async () => {
            const accepted = await accept.run(confirming.seen, confirming.etag);
            if (!accepted) return;
            setConfirming(undefined);
            props.onChanged();
          }}
        >
          {ids(confirming.seen)}
          <p>
            From then on{' '}
            {fabrics.length > 0 ? joinWords(fabrics) : 'its fabrics'} are
            compared with the new cluster, and deployments write to it.
          </p>
        </TypedConfirmDialog>
      )}
    </Panel>
  );
};
