import { useNavigate } from 'react-router-dom';
import {
  cnocClusterDeletePermission,
  cnocClusterUpdatePermission,
  type ClusterDetail,
} from '@cnoc/backstage-plugin-cnoc-common';
import { ClusterFormDialog } from '../../components/ClusterForm/ClusterFormDialog';
import { RegistrationActions } from '../../components/RegistrationActions/RegistrationActions';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { DeleteClusterDialog } from './DeleteClusterDialog';

/**
 * Test, edit, delete.
 *
 * @internal
 */
export const ClusterActions = (props: {
  cluster: ClusterDetail;
  testing: boolean;
  onTest: () => void;
  onChanged: () => void;
}) => {
  const { cluster, testing, onTest, onChanged } = props;
  const links = useCnocLinks();
  const navigate = useNavigate();
  return (
    <RegistrationActions
      origin={cluster.origin}
      update={cnocClusterUpdatePermission}
      remove={cnocClusterDeletePermission}
      testing={testing}
      onTest={onTest}
      edit={close => (
        <ClusterFormDialog
          cluster={cluster}
          onSaved={() => {
            close();
            onChanged();
          }}
          onClose={close}
        />
      )}
      forget={close => (
        <DeleteClusterDialog
          cluster={cluster}
          onDeleted={() => navigate(links.clusters(), { replace: true })}
          onClose={close}
        />
      )}
    />
  );
};
