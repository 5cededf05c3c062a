import { useState, type ReactNode } from 'react';
import { usePortalPermission } from '../../hooks/usePortalPermission';
import { GuardedButton } from '../GuardedButton/GuardedButton';

type Permission = Parameters<typeof usePortalPermission>[0];

/**
 * Test, edit, delete: of a repository or a cluster. One from configuration is changed there.
 *
 * @internal
 */
export const RegistrationActions = (props: {
  origin: 'config' | 'api';
  /** Of testing and editing */
  update: Permission;
  remove: Permission;
  testing: boolean;
  onTest: () => void;
  /** The dialog that edits */
  edit: (close: () => void) => ReactNode;
  /** The dialog that asks before it deletes */
  forget: (close: () => void) => ReactNode;
}) => {
  const [open, setOpen] = useState<'edit' | 'forget'>();
  const mayUpdate = usePortalPermission(props.update);
  const mayDelete = usePortalPermission(props.remove);
  const fixed =
    props.origin === 'config'
      ? 'Comes from the portal’s configuration: change it there.'
      : undefined;
  const reasons = [
    fixed,
    mayUpdate.whyNot,
    fixed ? undefined : mayDelete.whyNot,
  ].filter(reason => reason !== undefined);
  const close = () => setOpen(undefined);
  return (
    <>
      <GuardedButton
        variant="secondary"
        allowed={mayUpdate.allowed}
        busy={props.testing}
        onPress={props.onTest}
      >
        Test connection
      </GuardedButton>
      <GuardedButton
        variant="secondary"
        allowed={!fixed && mayUpdate.allowed}
        onPress={() => setOpen('edit')}
      >
        Edit
      </GuardedButton>
      <GuardedButton
        variant="secondary"
        destructive
        allowed={!fixed && mayDelete.allowed}
        // Said once for all three, behind the last.
        whyNot={reasons.length > 0 ? reasons.join(' ') : undefined}
        onPress={() => setOpen('forget')}
      >
        Delete
      </GuardedButton>
      {open === 'edit' && props.edit(close)}
      {open === 'forget' && props.forget(close)}
    </>
  );
};
