import { useApi } from '@backstage/frontend-plugin-api';
import type { RepositoryDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { ConfirmDialog } from '../../components/ConfirmDialog/ConfirmDialog';
import { InlineLink } from '../../components/InlineLink/InlineLink';
import { Name } from '../../components/Name/Name';
import { useAction } from '../../hooks/useAction';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { plural } from '../../text/plural';

/**
 * Forgets a repository, or says which fabrics stand in the way.
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
  const links = useCnocLinks();
  const forget = useAction(async () => {
    await api.deleteRepository(name, { ifMatch: etag });
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
          <p>Give these fabrics another repository first:</p>
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
        </>
      )}
    </ConfirmDialog>
  );
};
