import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import {
  cnocRepositoryDeletePermission,
  cnocRepositoryUpdatePermission,
  type RepositoryDetail,
} from '@cnoc/backstage-plugin-cnoc-common';
import { GuardedButton } from '../../components/GuardedButton/GuardedButton';
import { RepositoryFormDialog } from '../../components/RepositoryForm/RepositoryFormDialog';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { usePortalPermission } from '../../hooks/usePortalPermission';
import { DeleteRepositoryDialog } from './DeleteRepositoryDialog';

/**
 * Test, edit, delete.
 *
 * @internal
 */
export const RepositoryActions = (props: {
  repository: RepositoryDetail;
  testing: boolean;
  onTest: () => void;
  onChanged: () => void;
}) => {
  const { repository, onChanged } = props;
  const links = useCnocLinks();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'edit' | 'delete'>();
  const mayUpdate = usePortalPermission(cnocRepositoryUpdatePermission);
  const mayDelete = usePortalPermission(cnocRepositoryDeletePermission);
  const fixed =
    repository.origin === 'config'
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
        <RepositoryFormDialog
          repository={repository}
          onSaved={() => {
            setOpen(undefined);
            onChanged();
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'delete' && (
        <DeleteRepositoryDialog
          repository={repository}
          onDeleted={() => navigate(links.repositories(), { replace: true })}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
};
