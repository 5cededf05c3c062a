import type { ImportResult } from '@cnoc/backstage-plugin-cnoc-common';
import type { Diagnostic } from '@cnoc/hedgehog';

/** What becomes of one resource of an import. */
export interface ImportItem {
  kind?: string;
  name?: string;
  /** In the upload. */
  line?: number;
  verdict: ImportResult['items'][number]['verdict'];
  diagnostics: Diagnostic[];
  /** The document that the draft gets. */
  yaml?: string;
}

export function invalidItem(
  item: Omit<ImportItem, 'verdict' | 'diagnostics'>,
  ...diagnostics: Diagnostic[]
): ImportItem {
  return { ...item, verdict: 'invalid', diagnostics };
}
