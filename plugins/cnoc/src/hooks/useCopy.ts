import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type RefObject,
} from 'react';

/** How long the button says that it copied, in milliseconds. */
const SAID_MS = 2_000;

/**
 * Copies a text that stands in an element of the page. Without TLS browsers keep the clipboard from pages; the text is
 * selected then, so that the keyboard copies it.
 *
 * @internal
 */
export function useCopy<T extends HTMLElement>(
  text: string,
): {
  shown: RefObject<T>;
  said?: 'Copied' | 'Selected: press Ctrl+C';
  copy: () => Promise<void>;
} {
  const shown = useRef<T>(null);
  const [said, setSaid] = useState<'Copied' | 'Selected: press Ctrl+C'>();
  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(() => setSaid(undefined), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);

  const copy = useCallback(async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied');
    } catch {
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
      setSaid('Selected: press Ctrl+C');
    }
  }, [text]);
  return { shown, said, copy };
}
