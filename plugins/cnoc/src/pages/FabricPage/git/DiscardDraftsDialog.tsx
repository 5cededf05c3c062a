import { useApi } from '@backstage/frontend-plugin-api';
import { cnocApiRef } from '../../../api/cnocApiRef';
import { ConfirmDialog } from '../../../components/ConfirmDialog/ConfirmDialog';
import { useAction } from '../../../hooks/useAction';
import { plural } from '../../../text/plural';

/**
 * Asks before the drafts of everybody are thrown away.
 *
 * @internal
 */
export const DiscardDraftsDialog = (props: {
  fabric: string;
  total: number;
  onClose: () => void;
}) => {
  const { fabric, total, onClose } = props;
  const api = useApi(cnocApiRef);
  const discard = useAction(async () => {
    await api.discardDrafts(fabric);
    return true;
  });
  const label = `Discard ${plural(total, 'draft')}`;
  return (
    <ConfirmDialog
      title={`${label}?`}
      confirm={label}
      destructive
      busy={discard.pending}
      failure={{ title: 'Nothing was discarded', error: discard.error }}
      onClose={onClose}
      onConfirm={async () => {
        if (await discard.run()) onClose();
      }}
    >
      <p>
        Drafts are shared: this throws away what anybody has drafted for{' '}
        {fabric}. Git and the cluster stay as they are.
      </p>
    </ConfirmDialog>
  );
};
