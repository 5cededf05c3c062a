import type { FormEvent, ReactNode } from 'react';
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
import styles from './FormDialog.module.css';

type Props = {
  title: string;
  submit: string;
  busy: boolean;
  /** Why nothing can be submitted */
  whyNot?: string;
  failure?: { title: string; error: unknown };
  /** Beside Cancel and submit, for example a test */
  actions?: ReactNode;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/**
 * A form over the page. A press beside it does not close it: what was typed would be lost.
 *
 * @internal
 */
export const FormDialog = (props: Props) => {
  const { failure } = props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A dialog inside another one is its child for React, not for the page.
    event.stopPropagation();
    if (!props.busy) props.onSubmit();
  };
  return (
    <Dialog
      isOpen
      isDismissable={false}
      onOpenChange={open => !open && props.onClose()}
      width="min(40rem, 94vw)"
    >
      <DialogHeader>{props.title}</DialogHeader>
      <form
        className={styles.form}
        onSubmit={submit}
        noValidate
        autoComplete="off"
      >
        <DialogBody>
          <CnocRoot>
            <div className={styles.fields}>{props.children}</div>
          </CnocRoot>
        </DialogBody>
        {failure && failure.error !== undefined && (
          <div className={styles.failure}>
            <CnocRoot>
              <ErrorPanel title={failure.title} error={failure.error} />
            </CnocRoot>
          </div>
        )}
        <DialogFooter className={styles.footer}>
          <Button variant="secondary" onPress={props.onClose}>
            Cancel
          </Button>
          {props.actions}
          <GuardedButton
            type="submit"
            variant="primary"
            busy={props.busy}
            allowed={props.whyNot === undefined}
            whyNot={props.whyNot}
          >
            {props.submit}
          </GuardedButton>
        </DialogFooter>
      </form>
    </Dialog>
  );
};
