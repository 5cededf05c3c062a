import { useNavigate } from 'react-router-dom';
import {
  cnocRepositoryDeletePermission,
  cnocRepositoryUpdatePermission,
  type RepositoryDetail,
} from '@cnoc/backstage-plugin-cnoc-common';
import { RegistrationActions } from '../../components/RegistrationActions/RegistrationActions';
import { RepositoryFormDialog } from '../../components/RepositoryForm/RepositoryFormDialog';
import { useCnocLinks } from '../../hooks/useCnocLinks';
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
  const { repository, testing, onTest, onChanged } = props;
  const links = useCnocLinks();
  const navigate = useNavigate();
  return (
    <RegistrationActions
      origin={repository.origin}
      update={cnocRepositoryUpdatePermission}
      remove={cnocRepositoryDeletePermission}
      testing={testing}
      onTest={onTest}
      edit={close => (
        <RepositoryFormDialog
          repository={repository}
          onSaved={() => {
            close();
            onChanged();
          }}
          onClose={close}
        />
      )}
      forget={close => (
        <DeleteRepositoryDialog
          repository={repository}
          onDeleted={() => navigate(links.repositories(), { replace: true })}
          onClose={close}
        />
      )}
    />
  );
};
