import type { ReactNode } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { CnocRoot } from '../CnocRoot/CnocRoot';
import { ErrorPanel } from '../ErrorPanel/ErrorPanel';
import { GuardedButton } from '../GuardedButton/GuardedButton';
import styles from './ConfirmDialog.module.css';

type Props = {
  title: string;
  confirm: string;
  destructive?: boolean;
  busy: boolean;
  whyNot?: string;
  failure?: { title: string; error: unknown };
  onConfirm: () => void;
  onClose: () => void;
  /** What it hits */
  children: ReactNode;
};

/**
 * Asks before something that is not easily undone.
 *
 * @internal
 */
export const ConfirmDialog = (props: Props) => {
  const { failure } = props;
  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && props.onClose()}
      width="min(34rem, 94vw)"
    >
      <DialogHeader>{props.title}</DialogHeader>
      <DialogBody>
        <CnocRoot>
          <div className={styles.body}>
            {props.children}
            {failure && failure.error !== undefined && (
              <ErrorPanel
                title={failure.title}
                error={failure.error}
                stillWorks="Nothing was changed."
              />
            )}
          </div>
        </CnocRoot>
      </DialogBody>
      <DialogFooter className={styles.footer}>
        <Button variant="secondary" onPress={props.onClose}>
          Cancel
        </Button>
        <GuardedButton
          variant="primary"
          destructive={props.destructive}
          busy={props.busy}
          allowed={props.whyNot === undefined}
          whyNot={props.whyNot}
          onPress={props.onConfirm}
        >
          {props.confirm}
        </GuardedButton>
      </DialogFooter>
    </Dialog>
  );
};
