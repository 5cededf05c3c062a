import { useCallback, useState } from 'react';
import type { Finding } from '@cnoc/backstage-plugin-cnoc-common';

/**
 * Findings that a person chose, by id.
 *
 * @internal
 */
export function useSelection() {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback(
    (findings: readonly Finding[], on: boolean) =>
      setSelected(before => {
        const next = new Set(before);
        for (const { id } of findings) {
          if (on) next.add(id);
          else next.delete(id);
        }
        return next;
      }),
    [],
  );
  const clear = useCallback(() => setSelected(new Set()), []);
  return { selected, toggle, clear };
}
