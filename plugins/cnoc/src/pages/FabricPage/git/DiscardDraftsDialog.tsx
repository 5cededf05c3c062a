import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { cnocApiRef } from '../../../api/cnocApiRef';
import { ErrorPanel } from '../../../components/ErrorPanel/ErrorPanel';
import { GuardedButton } from '../../../components/GuardedButton/GuardedButton';
import { plural } from '../../../text/plural';
import styles from './GitTab.module.css';

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
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const discard = async () => {
    setBusy(true);
    try {
      await api.discardDrafts(fabric);
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  const label = `Discard ${plural(total, 'draft')}`;
  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && onClose()}
      width="min(30rem, 94vw)"
    >
      <DialogHeader>{label}?</DialogHeader>
      <DialogBody>
        <div className={styles.dialog}>
          <p>
            Drafts are shared: this throws away what anybody has drafted for{' '}
            {fabric}. Git and the cluster stay as they are.
          </p>
          {error !== undefined && (
            <ErrorPanel title="Nothing was discarded" error={error} />
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <GuardedButton destructive busy={busy} onPress={discard}>
          {label}
        </GuardedButton>
      </DialogFooter>
    </Dialog>
  );
};
