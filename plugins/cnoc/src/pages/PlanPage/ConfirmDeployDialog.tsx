import { useState } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextField,
} from '@backstage/ui';
import type { Plan } from '@cnoc/backstage-plugin-cnoc-common';
import { confirmationOf } from '../../model/describePlan';
import { plural } from '../../text/plural';
import { GuardedButton } from '../../components/GuardedButton/GuardedButton';
import { NamedLines } from './NamedLines';
import styles from './PlanPage.module.css';

/**
 * Names what the plan deletes and which traffic it hits, and asks for the fabric's name before it goes on.
 *
 * @internal
 */
export const ConfirmDeployDialog = (props: {
  fabric: string;
  plan: Plan;
  label: string;
  busy: boolean;
  onCancel: () => void;
  onConfirm: () => void;
}) => {
  const { fabric, plan, label } = props;
  const [typed, setTyped] = useState('');
  const mustType = confirmationOf(plan) === 'type';
  const deletes = plan.lines.filter(line => line.action === 'delete');
  const critical = plan.lines.filter(
    line => line.severity === 'critical' && line.action !== 'delete',
  );
  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && props.onCancel()}
      width="min(34rem, 94vw)"
    >
      <DialogHeader>{label}?</DialogHeader>
      <DialogBody>
        <div className={styles.confirm}>
          {deletes.length > 0 && (
            <NamedLines
              title={`${plural(deletes.length, 'resource')} will be deleted`}
              lines={deletes}
            />
          )}
          {critical.length > 0 && (
            <NamedLines
              title={`${plural(critical.length, 'change')} will touch traffic`}
              lines={critical}
            />
          )}
          {plan.force && (
            <p>Fields that other field managers hold are taken over.</p>
          )}
          {mustType && (
            <TextField
              label={`Type ${fabric} to go on`}
              value={typed}
              onChange={setTyped}
              autoComplete="off"
            />
          )}
        </div>
      </DialogBody>
      <DialogFooter className={styles.confirmFooter}>
        <Button variant="secondary" onPress={props.onCancel}>
          Cancel
        </Button>
        <GuardedButton
          variant="primary"
          destructive
          busy={props.busy}
          allowed={!mustType || typed === fabric}
          onPress={props.onConfirm}
        >
          {label}
        </GuardedButton>
      </DialogFooter>
    </Dialog>
  );
};
