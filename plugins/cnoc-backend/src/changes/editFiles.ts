import { changeDocuments, type DocumentChange } from '@cnoc/hedgehog';
import type { PlacedDraft } from './PlacedDraft';

/** A file as a commit of drafts changes it. */
export interface FileEdit {
  path: string;
  /** Absent = the file is new. */
  before?: string;
  /** Absent = the file goes. */
  after?: string;
}

/**
 * Puts the documents of drafts into their files. Pure; every byte outside of their documents stays.
 *
 * @param texts - the files at the commit that the drafts were placed at
 * @returns only files that change, sorted by path
 */
export function editFiles(
  drafts: readonly PlacedDraft[],
  texts: ReadonlyMap<string, string>,
): FileEdit[] {
  const work = new Map<
    string,
    { changes: DocumentChange[]; added: string[] }
  >();
  const at = (path: string) => {
    const found = work.get(path) ?? { changes: [], added: [] };
    work.set(path, found);
    return found;
  };
  for (const { draft, current, file } of drafts) {
    const stays = draft.action === 'write' && current?.file === file;
    if (current) {
      at(current.file).changes.push({
        span: current.span,
        text: stays ? draft.yaml! : null,
      });
    }
    if (draft.action === 'write' && !stays) at(file).added.push(draft.yaml!);
  }
  return [...work]
    .map(([path, { changes, added }]) => {
      const before = texts.get(path);
      const after = changeDocuments(before ?? '', changes, added);
      return { path, before, ...(hasDocument(after) && { after }) };
    })
    .filter(({ before, after }) => before !== after)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A file that only holds comments and separators says nothing to anybody. */
function hasDocument(text: string): boolean {
  return /^(?!---)[ \t]*[^ \t\r\n#\ufeff]/m.test(text);
}
