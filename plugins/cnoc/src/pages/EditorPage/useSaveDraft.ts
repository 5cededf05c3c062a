import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  DraftDetail,
  DraftInput,
} from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';

/**
 * Saves and discards the draft of one resource. The etag that was read goes along, so that two people never overwrite
 * each other without seeing it.
 *
 * @internal
 */
export function useSaveDraft(target: { fabric: string; kind: string }) {
  const { fabric, kind } = target;
  const api = useApi(cnocApiRef);
  const [pending, setPending] = useState<'write' | 'delete' | 'discard'>();
  const [error, setError] = useState<unknown>();

  const attempt = async <T>(
    what: 'write' | 'delete' | 'discard',
    work: () => Promise<T>,
  ): Promise<T | undefined> => {
    if (pending) return undefined;
    setPending(what);
    setError(undefined);
    try {
      return await work();
    } catch (failure) {
      setError(failure);
      return undefined;
    } finally {
      setPending(undefined);
    }
  };

  return {
    pending,
    error,
    save: (name: string, { etag, ...input }: DraftInput & { etag?: string }) =>
      attempt(input.action, () =>
        api.saveDraft(fabric, kind, name, input, { ifMatch: etag }),
      ),
    discard: (draft: DraftDetail) =>
      attempt('discard', async () => {
        await api.deleteDraft(fabric, kind, draft.name, {
          ifMatch: draft.etag,
        });
        return true;
      }),
  };
}
