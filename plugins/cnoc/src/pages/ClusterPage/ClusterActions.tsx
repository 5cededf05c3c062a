import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import {
  cnocClusterDeletePermission,
  cnocClusterUpdatePermission,
  type ClusterDetail,
} from '@cnoc/backstage-plugin-cnoc-common';
import { ClusterFormDialog } from '../../components/ClusterForm/ClusterFormDialog';
import { GuardedButton } from '../../components/GuardedButton/GuardedButton';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { usePortalPermission } from '../../hooks/usePortalPermission';
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
  const { cluster, onChanged } = props;
  const links = useCnocLinks();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'edit' | 'delete'>();
  const mayUpdate = usePortalPermission(cnocClusterUpdatePermission);
  const mayDelete = usePortalPermission(cnocClusterDeletePermission);
  const fixed =
    cluster.origin === 'config'
      ? 'Comes from the portal’s configuration: change it there.'
      : undefined;
  const reasons = [
    fixed,
    mayUpdate.whyNot,
    fixed ? undefined : mayDelete.whyNot,
  ].filter(reason => reason !== undefined);
  return (
    <>
      <GuardedButton
        variant="secondary"
        allowed={mayUpdate.allowed}
        busy={props.testing}
        onPress={props.onTest}
      >
        Test connection
      </GuardedButton>
      <GuardedButton
        variant="secondary"
        allowed={!fixed && mayUpdate.allowed}
        onPress={() => setOpen('edit')}
      >
        Edit
      </GuardedButton>
      <GuardedButton
        variant="secondary"
        destructive
        allowed={!fixed && mayDelete.allowed}
        // Said once for all three, behind the last.
        whyNot={reasons.length > 0 ? reasons.join(' ') : undefined}
        onPress={() => setOpen('delete')}
      >
        Delete
      </GuardedButton>
      {open === 'edit' && (
        <ClusterFormDialog
          cluster={cluster}
          onSaved={() => {
            setOpen(undefined);
            onChanged();
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'delete' && (
        <DeleteClusterDialog
          cluster={cluster}
          onDeleted={() => navigate(links.clusters(), { replace: true })}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
};
