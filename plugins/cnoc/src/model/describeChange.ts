import type { ChangePreview } from '@cnoc/backstage-plugin-cnoc-common';
import { joinWords } from '../text/joinWords';
import { plural } from '../text/plural';

/**
 * How many files a change touches.
 *
 * @internal
 */
export function filesOf(
  preview: Pick<ChangePreview, 'files' | 'moreFiles'>,
): number {
  return preview.files.length + preview.moreFiles;
}

/**
 * What a change does to the files, in words.
 *
 * @internal
 */
export function describeChange(
  preview: Pick<ChangePreview, 'files' | 'moreFiles'>,
): string {
  if (preview.moreFiles > 0) {
    return `${plural(filesOf(preview), 'file')} would change`;
  }
  const count = (action: string) =>
    preview.files.filter(file => file.action === action).length;
  const parts = (
    [
      ['add', 'added'],
      ['modify', 'changed'],
      ['delete', 'removed'],
    ] as const
  ).flatMap(([action, word]) => {
    const number = count(action);
    return number === 0 ? [] : [`${plural(number, 'file')} ${word}`];
  });
  return parts.length === 0 ? 'No file would change' : joinWords(parts);
}

/**
 * A commit message to begin with: what happens to which resources.
 *
 * @internal
 */
export function suggestMessage(
  drafts: readonly { action: string; kind: string; name: string }[],
): string {
  const words = { create: 'Add', update: 'Change', delete: 'Remove' };
  const first = drafts[0];
  if (!first) return '';
  const verb = words[first.action as keyof typeof words] ?? 'Change';
  const same = drafts.every(draft => draft.action === first.action);
  if (drafts.length === 1) return `${verb} ${first.kind} ${first.name}`;
  if (same && drafts.length <= 3) {
    return `${verb} ${joinWords(drafts.map(d => `${d.kind} ${d.name}`))}`;
  }
  return same
    ? `${verb} ${drafts.length} resources`
    : `Change ${drafts.length} resources`;
}
