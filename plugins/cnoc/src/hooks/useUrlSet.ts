import { useCallback, useMemo } from 'react';
import { useUrlState } from './useUrlState';

/**
 * Some of a few known words, kept in the page's address; others in the address are passed over.
 *
 * @internal
 */
export function useUrlSet<T extends string>(
  name: string,
  known: readonly T[],
): [readonly T[], (words: readonly string[]) => void] {
  const [text, setText] = useUrlState(name);
  const set = useCallback(
    (words: readonly string[]) =>
      setText(known.filter(word => words.includes(word)).join(',')),
    [known, setText],
  );
  const words = useMemo(() => {
    const asked = text.split(',');
    return known.filter(word => asked.includes(word));
  }, [known, text]);
  return [words, set];
}
