import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/**
 * One value kept in the page's address, so that a filtered view can be shared and survives a reload. Empty = absent.
 *
 * @internal
 */
export function useUrlState(name: string): [string, (value: string) => void] {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (value: string) =>
      setParams(
        before => {
          const next = new URLSearchParams(before);
          if (value === '') next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: true },
      ),
    [name, setParams],
  );
  return [params.get(name) ?? '', set];
}
