import type {
  ChangePreview,
  FileChange,
} from '@cnoc/backstage-plugin-cnoc-common';
import { bySeverity, type Diagnostic } from '@cnoc/hedgehog';
import type { DraftEvaluation } from '../changes/DraftEvaluation';
import type { FileEdit } from '../changes/editFiles';
import { unifiedDiff } from '../changes/unifiedDiff';
import { planOf } from '../deployments/planOf';
import { unknownOf } from '../drift/DriftService';
import { notServedOf } from '../drift/notServedOf';
import { resourceKey } from '../drift/resourceKey';
import type { LiveSnapshot } from '../live';

const maxFiles = 200;
const maxLines = 200;
const maxDiagnostics = 500;
/** Of all texts together: a page shows the rest as a diff, or as a name. */
const maxTextCharacters = 1_000_000;

/** What a commit of drafts would do: to the files, to the rules, and, once deployed, to the cluster. */
export function presentPreview(
  evaluation: DraftEvaluation,
  live: { snapshot: LiveSnapshot; managedKinds: readonly string[] },
): ChangePreview {
  const { sha, edits, fresh, old, blockers } = evaluation;
  const { plan, found } = planOfDrafts(evaluation, live);
  return {
    base: sha,
    files: fileChanges(edits),
    moreFiles: Math.max(0, edits.length - maxFiles),
    diagnostics: limited([
      ...worstFirst([...fresh, ...found]),
      ...worstFirst(old),
    ]),
    blockers: limited(blockers),
    plan,
  };
}

function fileChanges(edits: readonly FileEdit[]): FileChange[] {
  let left = maxTextCharacters;
  return edits.slice(0, maxFiles).map(edit => {
    const { path, before, after } = edit;
    const change: FileChange = { path, action: actionOf(edit) };
    if (left <= 0) return change;
    change.diff = unifiedDiff(edit);
    left -= change.diff.length;
    const size = (before?.length ?? 0) + (after?.length ?? 0);
    if (size > left) return change;
    left -= size;
    return {
      ...change,
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    };
  });
}

function actionOf({ before, after }: FileEdit): FileChange['action'] {
  if (before === undefined) return 'add';
  return after === undefined ? 'delete' : 'modify';
}

/** Only what the drafts cause: what differs from the cluster already is shown where drift is shown. */
function planOfDrafts(
  { sha, drafts, objects }: DraftEvaluation,
  {
    snapshot,
    managedKinds,
  }: { snapshot: LiveSnapshot; managedKinds: readonly string[] },
): { plan: ChangePreview['plan']; found: Diagnostic[] } {
  const unknown = unknownOf(snapshot);
  if (unknown === 'all') {
    return {
      plan: {
        known: false,
        message:
          'The cluster cannot be read now, so it is not known what would change in it.',
        counts: { create: 0, update: 0, delete: 0 },
        lines: [],
        moreLines: 0,
      },
      found: [],
    };
  }
  const notServed = notServedOf(snapshot);
  const ready = drafts
    .filter(({ state }) => state === 'ready')
    .map(({ draft: { kind, name } }) => ({ kind, name }));
  const { lines, blockers } = planOf({
    desired: objects,
    live: snapshot.objects,
    run: { state: 'synced', commit: { sha, message: '' } },
    unknown,
    notServed,
    managedKinds: new Set([
      ...managedKinds,
      ...ready.map(({ kind }) => kind),
      ...objects.map(({ kind }) => kind),
    ]),
    // A draft that deletes shows what it asks for; the deployment still has to be told to prune
    prune: true,
    resources: ready,
  });
  const unseen = [
    ...new Set(ready.map(({ kind }) => kind).filter(kind => unknown.has(kind))),
  ];
  const unread = unseen.filter(kind => !notServed.has(kind));
  const messages = [
    ...unseen.flatMap(kind => notServed.get(kind) ?? []),
    ...(unread.length > 0
      ? [
          `The cluster does not let CNOC list ${unread.join(
            ', ',
          )}: what would change there is not known.`,
        ]
      : []),
    ...(lines.some(({ action }) => action === 'delete')
      ? ['Deletions happen only in a deployment that prunes.']
      : []),
  ];
  const count = (action: string) =>
    lines.filter(line => line.action === action).length;
  const selected = new Set(ready.map(resourceKey));
  return {
    plan: {
      known: unseen.length === 0,
      ...(messages.length > 0 && { message: messages.join(' ') }),
      counts: {
        create: count('create'),
        update: count('update'),
        delete: count('delete'),
      },
      lines: lines
        .slice(0, maxLines)
        .map(({ action, kind, name, severity, reason }) => ({
          action,
          kind,
          name,
          severity,
          reason,
        })),
      moreLines: Math.max(0, lines.length - maxLines),
    },
    found: blockers.filter(({ kind = '', name = '' }) =>
      selected.has(resourceKey({ kind, name })),
    ),
  };
}

function worstFirst(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort((a, b) => bySeverity(a.severity, b.severity));
}

function limited(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  if (diagnostics.length <= maxDiagnostics) return [...diagnostics];
  return [
    ...diagnostics.slice(0, maxDiagnostics),
    {
      rule: 'draft.more',
      severity: 'info',
      message: `${diagnostics.length - maxDiagnostics} more are not listed.`,
    },
  ];
}
