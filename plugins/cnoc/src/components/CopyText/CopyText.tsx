import { Button, VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useCopy } from '../../hooks/useCopy';
import { Name } from '../Name/Name';
import styles from './CopyText.module.css';

/**
 * Text that is needed somewhere else, with a button that copies it.
 *
 * @internal
 */
export const CopyText = (props: { label: string; text: string }) => {
  const { shown, said, copy } = useCopy<HTMLElement>(props.text);
  return (
    <span className={styles.copy}>
      <span ref={shown} className={styles.text}>
        <Name mono>{props.text}</Name>
      </span>
      <Button
        variant="secondary"
        size="small"
        aria-label={`Copy ${props.label}`}
        iconStart={said === 'Copied' ? <RiCheckLine /> : <RiFileCopyLine />}
        onPress={copy}
      >
        {said ?? 'Copy'}
      </Button>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </span>
  );
};
