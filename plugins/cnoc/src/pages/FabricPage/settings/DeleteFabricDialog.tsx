import { useApi } from '@backstage/frontend-plugin-api';
import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../../api/cnocApiRef';
import { Name } from '../../../components/Name/Name';
import { TypedConfirmDialog } from '../../../components/TypedConfirmDialog/TypedConfirmDialog';
import { useAction } from '../../../hooks/useAction';
import { plural } from '../../../text/plural';

/**
 * Forgets a fabric, after its name was typed. Git and cluster are not touched.
 *
 * @internal
 */
export const DeleteFabricDialog = (props: {
  fabric: Fabric;
  onDeleted: () => void;
  onClose: () => void;
}) => {
  const { name, etag, repository, cluster, status } = props.fabric;
  const api = useApi(cnocApiRef);
  const forget = useAction(async () => {
    await api.deleteFabric(name, { ifMatch: etag });
    return true;
  });
  const { critical, warning, info } = status.drift.findings;
  return (
    <TypedConfirmDialog
      title={`Delete ${name}?`}
      confirm={`Delete ${name}`}
      word={name}
      destructive
      busy={forget.pending}
      failure={{ title: 'It was not deleted', error: forget.error }}
      onClose={props.onClose}
      onConfirm={async () => {
        if (await forget.run()) props.onDeleted();
      }}
    >
      <p>
        Nothing in git or in the cluster is touched: the directory of{' '}
        <Name>{repository.name}</Name> and the network on{' '}
        <Name>{cluster.name}</Name> stay as they are. CNOC forgets:
      </p>
      <ul>
        <li>what it knows of both, and drafts that are not committed</li>
        <li>
          {plural(critical + warning + info, 'finding')}, with who acknowledged
          or suppressed what, and the ignore rules
        </li>
        <li>plans, deployments, and the history of its resources</li>
      </ul>
      <p>Nobody is told of drift in it any longer.</p>
    </TypedConfirmDialog>
  );
};
