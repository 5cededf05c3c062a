import { useId } from 'react';
import { Button, type ButtonProps } from '@backstage/ui';
import { RiLoader4Line } from '@remixicon/react';
import styles from './GuardedButton.module.css';

type Props = Omit<ButtonProps, 'isDisabled' | 'isPending' | 'className'> & {
  /** Absent = allowed */
  allowed?: boolean;
  whyNot?: string;
  /** The action is under way: the button turns and ignores presses */
  busy?: boolean;
};

/**
 * A button that says beside itself why it cannot be pressed, and that works on its action once at a time.
 *
 * @internal
 */
export const GuardedButton = (props: Props) => {
  const { allowed = true, whyNot, busy, iconStart, onPress, ...button } = props;
  const id = useId();
  return (
    <span className={styles.guarded} data-busy={busy ? '' : undefined}>
      {/* Not Button's isPending: it leaves an image without a name in the live region when the button goes away. */}
      <Button
        {...button}
        className={styles.button}
        data-quiet-danger={
          button.destructive && button.variant === 'secondary' ? '' : undefined
        }
        iconStart={busy ? <RiLoader4Line className={styles.busy} /> : iconStart}
        isDisabled={!allowed}
        onPress={busy ? undefined : onPress}
        aria-describedby={whyNot ? id : undefined}
      />
      {whyNot && (
        <span id={id} className={styles.why}>
          {whyNot}
        </span>
      )}
    </span>
  );
};
