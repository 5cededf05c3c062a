import { useApi } from '@backstage/frontend-plugin-api';
import type { ClusterDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { ConfirmDialog } from '../../components/ConfirmDialog/ConfirmDialog';
import { InlineLink } from '../../components/InlineLink/InlineLink';
import { Name } from '../../components/Name/Name';
import { useAction } from '../../hooks/useAction';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { plural } from '../../text/plural';

/**
 * Forgets a cluster, or says which fabrics stand in the way.
 *
 * @internal
 */
export const DeleteClusterDialog = (props: {
  cluster: ClusterDetail;
  onDeleted: () => void;
  onClose: () => void;
}) => {
  const { name, fabrics, etag } = props.cluster;
  const api = useApi(cnocApiRef);
  const links = useCnocLinks();
  const forget = useAction(async () => {
    await api.deleteCluster(name, { ifMatch: etag });
    return true;
  });
  return (
    <ConfirmDialog
      title={`Delete ${name}?`}
      confirm={`Delete ${name}`}
      destructive
      busy={forget.pending}
      whyNot={
        fabrics.length > 0
          ? `${plural(fabrics.length, 'fabric uses', 'fabrics use')} it.`
          : undefined
      }
      failure={{ title: 'It was not deleted', error: forget.error }}
      onClose={props.onClose}
      onConfirm={async () => {
        if (await forget.run()) props.onDeleted();
      }}
    >
      {fabrics.length > 0 ? (
        <>
          <p>Give these fabrics another cluster first, or delete them:</p>
          <ul aria-label="Fabrics that use it">
            {fabrics.map(fabric => (
              <li key={fabric}>
                <InlineLink href={links.fabric(fabric)}>
                  <Name>{fabric}</Name>
                </InlineLink>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p>CNOC forgets:</p>
          <ul>
            <li>the address and the cluster’s identity</li>
            <li>
              a secret that was stored with it, unless something else uses it
            </li>
          </ul>
          <p>
            The cluster and its network stay as they are, and so do credentials
            that were stored by themselves.
          </p>
        </>
      )}
    </ConfirmDialog>
  );
};
