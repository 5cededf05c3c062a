import { useState } from 'react';
import { Dialog, DialogBody, DialogFooter, DialogHeader } from '@backstage/ui';
import {
  cnocCredentialDeletePermission,
  cnocCredentialUpdatePermission,
  type Credential,
} from '@cnoc/backstage-plugin-cnoc-common';
import { CnocRoot } from '../../components/CnocRoot/CnocRoot';
import { CopyText } from '../../components/CopyText/CopyText';
import { EditCredentialDialog } from '../../components/CredentialForm/EditCredentialDialog';
import { RotateCredentialDialog } from '../../components/CredentialForm/RotateCredentialDialog';
import { GuardedButton } from '../../components/GuardedButton/GuardedButton';
import { Name } from '../../components/Name/Name';
import { usePortalPermission } from '../../hooks/usePortalPermission';
import { CredentialFacts } from './CredentialFacts';
import { DeleteCredentialDialog } from './DeleteCredentialDialog';
import styles from './CredentialsPage.module.css';

/**
 * One credential and what can be done with it.
 *
 * @internal
 */
export const CredentialDialog = (props: {
  credential: Credential;
  onChanged: () => void;
  onClose: () => void;
}) => {
  const { credential, onChanged, onClose } = props;
  const [open, setOpen] = useState<'rotate' | 'edit' | 'delete'>();
  const mayUpdate = usePortalPermission(cnocCredentialUpdatePermission);
  const mayDelete = usePortalPermission(cnocCredentialDeletePermission);
  const back = () => setOpen(undefined);
  const done = () => {
    setOpen(undefined);
    onChanged();
  };
  // In place of this dialog and not over it: one thing at a time, also on a phone.
  if (open === 'rotate') {
    return (
      <RotateCredentialDialog
        credential={credential}
        onRotated={done}
        onClose={back}
      />
    );
  }
  if (open === 'edit') {
    return (
      <EditCredentialDialog
        credential={credential}
        onSaved={done}
        onClose={back}
      />
    );
  }
  if (open === 'delete') {
    return (
      <DeleteCredentialDialog
        credential={credential}
        onDeleted={() => {
          onChanged();
          onClose();
        }}
        onClose={back}
      />
    );
  }
  const reasons = [mayUpdate.whyNot, mayDelete.whyNot].filter(
    reason => reason !== undefined,
  );
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(44rem, 94vw)"
    >
      <DialogHeader>{credential.name}</DialogHeader>
      <DialogBody>
        <CnocRoot>
          <div className={styles.stack}>
            {credential.title && <Name>{credential.title}</Name>}
            <CredentialFacts credential={credential} whole />
            {credential.publicKey && (
              <div>
                Public key, for the host:
                <CopyText label="the public key" text={credential.publicKey} />
              </div>
            )}
            <span className={styles.note}>
              The value never leaves the server.
              {credential.origin === 'url' &&
                ' It was taken out of a repository’s address.'}
              {credential.origin === 'cluster' &&
                ' It was stored with a cluster, and is forgotten with it.'}
            </span>
          </div>
        </CnocRoot>
      </DialogBody>
      <DialogFooter>
        <div className={styles.actions}>
          <GuardedButton
            variant="secondary"
            allowed={mayUpdate.allowed}
            onPress={() => setOpen('edit')}
          >
            Edit
          </GuardedButton>
          <GuardedButton
            variant="secondary"
            destructive
            allowed={mayDelete.allowed}
            onPress={() => setOpen('delete')}
          >
            Delete
          </GuardedButton>
          <GuardedButton
            allowed={mayUpdate.allowed}
            // Said once for all three, behind the last.
            whyNot={reasons.length > 0 ? reasons.join(' ') : undefined}
            onPress={() => setOpen('rotate')}
          >
            Rotate
          </GuardedButton>
        </div>
      </DialogFooter>
    </Dialog>
  );
};
