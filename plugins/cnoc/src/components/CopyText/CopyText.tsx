import { useEffect, useRef, useState } from 'react';
import { Button, VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { Name } from '../Name/Name';
import styles from './CopyText.module.css';

/** How long the button says that it copied, in milliseconds. */
const SAID_MS = 2_000;

/**
 * Text that is needed somewhere else, with a button that copies it. Without TLS browsers keep the clipboard from pages;
 * the text is selected then, so that the keyboard copies it.
 *
 * @internal
 */
export const CopyText = (props: { label: string; text: string }) => {
  const shown = useRef<HTMLElement>(null);
  const [said, setSaid] = useState<'Copied' | 'Selected: press Ctrl+C'>();
  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(() => setSaid(undefined), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.text);
      setSaid('Copied');
    } catch {
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
      setSaid('Selected: press Ctrl+C');
    }
  };
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
