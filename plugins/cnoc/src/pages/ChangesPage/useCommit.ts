import { useApi } from '@backstage/frontend-plugin-api';
import type {
  CommitRequest,
  CommitResult,
} from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { statusOf } from '../../errors/describeError';
import { useAction } from '../../hooks/useAction';

/**
 * Writes the drafts to git, once; tells when the branch moved, so that the change is worked out again.
 *
 * @internal
 */
export function useCommit(
  fabric: string,
  on: { onCommitted: (result: CommitResult) => void; onMoved: () => void },
) {
  const api = useApi(cnocApiRef);
  return useAction(async (idempotencyKey, request: CommitRequest) => {
    try {
      const result = await api.commitDrafts(fabric, request, {
        idempotencyKey,
      });
      on.onCommitted(result);
    } catch (failure) {
      if (statusOf(failure) === 409) on.onMoved();
      throw failure;
    }
  });
}
