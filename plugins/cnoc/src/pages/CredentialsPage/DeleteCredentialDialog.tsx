import { useApi } from '@backstage/frontend-plugin-api';
import type { Credential } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { ConfirmDialog } from '../../components/ConfirmDialog/ConfirmDialog';
import { useAction } from '../../hooks/useAction';
import { plural } from '../../text/plural';
import { CredentialUsers } from './CredentialUsers';

/**
 * Deletes a credential, or says what stands in the way.
 *
 * @internal
 */
export const DeleteCredentialDialog = (props: {
  credential: Credential;
  onDeleted: () => void;
  onClose: () => void;
}) => {
  const { name, usedBy, etag } = props.credential;
  const api = useApi(cnocApiRef);
  const remove = useAction(async () => {
    await api.deleteCredential(name, { ifMatch: etag });
    return true;
  });
  return (
    <ConfirmDialog
      title={`Delete ${name}?`}
      confirm={`Delete ${name}`}
      destructive
      busy={remove.pending}
      whyNot={
        usedBy.length > 0
          ? `${plural(
              usedBy.length,
              'repository or cluster uses',
              'repositories or clusters use',
            )} it.`
          : undefined
      }
      failure={{ title: 'It was not deleted', error: remove.error }}
      onClose={props.onClose}
      onConfirm={async () => {
        if (await remove.run()) props.onDeleted();
      }}
    >
      {usedBy.length > 0 ? (
        <>
          <p>
            Give these another credential first:{' '}
            <CredentialUsers credential={props.credential} />
          </p>
        </>
      ) : (
        <p>
          The value cannot be had back. Nothing uses it; on the host it stays
          valid until it is revoked there.
        </p>
      )}
    </ConfirmDialog>
  );
};
