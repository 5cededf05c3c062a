import type { Draft, DraftDetail } from '@cnoc/backstage-plugin-cnoc-common';
import type { DraftView } from '../changes/ChangeService';

export function presentDraft({
  draft,
  action,
  file,
  state,
  message,
  etag,
}: DraftView): Draft {
  return {
    kind: draft.kind,
    name: draft.name,
    action,
    file,
    state,
    ...(message && { message }),
    updatedAt: draft.updatedAt,
    updatedBy: draft.updatedBy,
    etag,
  };
}

export function presentDraftDetail(view: DraftView): DraftDetail {
  const { draft, object, theirs, diagnostics } = view;
  return {
    ...presentDraft(view),
    ...(draft.yaml !== undefined && { yaml: draft.yaml }),
    ...(object && { object: object.object }),
    ...(draft.base && { base: draft.base }),
    ...(theirs && { theirs }),
    diagnostics,
  };
}
