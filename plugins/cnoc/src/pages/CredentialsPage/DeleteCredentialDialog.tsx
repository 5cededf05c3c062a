import { useApi } from '@backstage/frontend-plugin-api';
import type { Credential } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { ConfirmDialog } from '../../components/ConfirmDialog/ConfirmDialog';
import { InlineLink } from '../../components/InlineLink/InlineLink';
import { Name } from '../../components/Name/Name';
import { useAction } from '../../hooks/useAction';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { plural } from '../../text/plural';

/**
 * Deletes a credential, or says which repositories stand in the way.
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
  const links = useCnocLinks();
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
              'repository uses',
              'repositories use',
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
          <p>Give these repositories another credential first:</p>
          <ul aria-label="Repositories that use it">
            {usedBy.map(repository => (
              <li key={repository}>
                <InlineLink href={links.repository(repository)}>
                  <Name>{repository}</Name>
                </InlineLink>
              </li>
            ))}
          </ul>
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
