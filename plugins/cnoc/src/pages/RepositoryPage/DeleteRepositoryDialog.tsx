import { useApi } from '@backstage/frontend-plugin-api';
import type { RepositoryDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { ForgetDialog } from '../../components/ForgetDialog/ForgetDialog';
import { Name } from '../../components/Name/Name';

/**
 * Forgets a repository.
 *
 * @internal
 */
export const DeleteRepositoryDialog = (props: {
  repository: RepositoryDetail;
  onDeleted: () => void;
  onClose: () => void;
}) => {
  const { name, fabrics, etag, credential, webhook } = props.repository;
  const api = useApi(cnocApiRef);
  return (
    <ForgetDialog
      name={name}
      fabrics={fabrics}
      instead="Give these fabrics another repository first:"
      forget={() => api.deleteRepository(name, { ifMatch: etag })}
      onForgotten={props.onDeleted}
      onClose={props.onClose}
    >
      <p>CNOC forgets:</p>
      <ul>
        <li>the address, the branch and how its health changed</li>
        {webhook.secret && (
          <li>the webhook secret; push events are refused from then on</li>
        )}
      </ul>
      <p>
        The repository on its host stays as it is
        {credential && (
          <>
            , and so does the credential <Name>{credential}</Name>
          </>
        )}
        .
      </p>
    </ForgetDialog>
  );
};
