import { useApi } from '@backstage/frontend-plugin-api';
import type { ClusterDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { ForgetDialog } from '../../components/ForgetDialog/ForgetDialog';

/**
 * Forgets a cluster.
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
  return (
    <ForgetDialog
      name={name}
      fabrics={fabrics}
      instead="Give these fabrics another cluster first, or delete them:"
      forget={() => api.deleteCluster(name, { ifMatch: etag })}
      onForgotten={props.onDeleted}
      onClose={props.onClose}
    >
      <p>CNOC forgets:</p>
      <ul>
        <li>the address and the cluster’s identity</li>
        <li>a secret that was stored with it, unless something else uses it</li>
      </ul>
      <p>
        The cluster and its network stay as they are, and so do credentials that
        were stored by themselves.
      </p>
    </ForgetDialog>
  );
};
