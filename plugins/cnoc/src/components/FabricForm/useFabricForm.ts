import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { fieldErrors } from '../../errors/fieldErrors';
import { useAction } from '../../hooks/useAction';
import {
  checkFabricDraft,
  fabricDraftOf,
  fabricInputOf,
  fabricPatchOf,
  type FabricDraft,
} from '../../model/fabricDraft';
import type { FieldsProps } from './FieldsProps';

/**
 * The form of a fabric: what was typed, what is wrong with it, and what the server said about it.
 *
 * @param fabric - absent = a new one
 * @internal
 */
export function useFabricForm(
  fabric: Fabric | undefined,
  onSaved: (fabric: Fabric) => void,
) {
  const api = useApi(cnocApiRef);
  const [draft, setDraft] = useState(() => fabricDraftOf(fabric));
  const [tried, setTried] = useState(false);
  const saving = useAction(async idempotencyKey => {
    if (!fabric) {
      return api.createFabric(fabricInputOf(draft), { idempotencyKey });
    }
    const patch = fabricPatchOf(draft, fabric);
    if (!patch) return fabric;
    return api.updateFabric(fabric.name, patch, { ifMatch: fabric.etag });
  });
  const local = checkFabricDraft(draft);
  const fields: FieldsProps = {
    isNew: fabric === undefined,
    draft,
    problems: { ...fieldErrors(saving.error), ...(tried ? local : {}) },
    onChange: (part: Partial<FabricDraft>) => {
      setDraft(before => ({ ...before, ...part }));
      saving.reset();
    },
  };
  return {
    fields,
    save: async () => {
      setTried(true);
      if (Object.keys(local).length > 0) return;
      const saved = await saving.run();
      if (saved) onSaved(saved);
    },
    saving: saving.pending,
    saveError: saving.error,
  };
}
