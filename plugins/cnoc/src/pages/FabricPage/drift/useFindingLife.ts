import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { Finding, FindingPatch } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../../api/cnocApiRef';
import { useAction } from '../../../hooks/useAction';
import { plural } from '../../../text/plural';

const done = {
  acknowledged: 'acknowledged',
  suppressed: 'suppressed',
  open: 'open again',
};

/**
 * Moves findings on in their life, in one request. A single one only if nobody else did so meanwhile.
 *
 * @internal
 */
export function useFindingLife(fabric: string, onSettled: () => void) {
  const api = useApi(cnocApiRef);
  const toast = useApi(toastApiRef);
  return useAction(
    async (
      idempotencyKey,
      findings: readonly Finding[],
      patch: FindingPatch,
    ) => {
      try {
        const [first] = findings;
        if (findings.length === 1 && first.etag) {
          await api.changeFinding(fabric, first.id, patch, {
            ifMatch: first.etag,
          });
        } else {
          await api.changeFindings(
            fabric,
            { ids: findings.map(f => f.id), ...patch },
            { idempotencyKey },
          );
        }
      } finally {
        // Also after a refusal: the next try starts from the newest.
        onSettled();
      }
      toast.post({
        title: `${plural(findings.length, 'finding')} ${done[patch.status]}`,
        status: 'success',
      });
      return true;
    },
  );
}
