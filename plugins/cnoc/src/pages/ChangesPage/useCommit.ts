import { useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  CommitRequest,
  CommitResult,
} from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { statusOf } from '../../errors/describeError';

/**
 * Writes the drafts to git, once: presses while it is under way do nothing, and a retry after a lost answer sends the same
 * key. After a refusal the next press has a key of its own.
 *
 * @internal
 */
export function useCommit(
  fabric: string,
  on: { onCommitted: (result: CommitResult) => void; onMoved: () => void },
) {
  const api = useApi(cnocApiRef);
  const key = useRef(crypto.randomUUID());
  const inFlight = useRef(false);
  const latest = useRef(on);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    latest.current = on;
  });

  const commit = async (request: CommitRequest) => {
    if (inFlight.current) return;
    inFlight.current = true;
    setPending(true);
    setError(undefined);
    try {
      const result = await api.commitDrafts(fabric, request, {
        idempotencyKey: key.current,
      });
      key.current = crypto.randomUUID();
      latest.current.onCommitted(result);
    } catch (failure) {
      const status = statusOf(failure);
      // Without an answer it may have happened: the same key finds out.
      if (status !== undefined) key.current = crypto.randomUUID();
      if (status === 409) latest.current.onMoved();
      setError(failure);
    } finally {
      inFlight.current = false;
      setPending(false);
    }
  };
  return { commit, pending, error };
}
