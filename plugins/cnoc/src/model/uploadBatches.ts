import { documentsOf } from '@cnoc/hedgehog';

/** @internal */
export type UploadBatch = {
  yaml: string;
  /** Lines of the file before this part */
  linesBefore: number;
  documents: number;
};

const MAX_DOCUMENTS = 100;
const MAX_CHARACTERS = 500_000;

/**
 * Cuts a file between documents into parts that one request can carry, so that progress can be shown.
 *
 * @internal
 */
export function uploadBatches(text: string): UploadBatch[] {
  const documents = documentsOf(text);
  if (documents.length === 0) {
    return [{ yaml: text, linesBefore: 0, documents: 0 }];
  }
  const batches: UploadBatch[] = [];
  let first = 0;
  let linesBefore = 0;
  let counted = 0;
  for (let index = 1; index <= documents.length; index++) {
    const start = documents[first].start;
    const isLast = index === documents.length;
    const full =
      index - first >= MAX_DOCUMENTS ||
      (!isLast && documents[index].end - start > MAX_CHARACTERS);
    if (!isLast && !full) continue;
    linesBefore += linesIn(text.slice(counted, start));
    counted = start;
    batches.push({
      yaml: text.slice(start, documents[index - 1].end),
      linesBefore,
      documents: index - first,
    });
    first = index;
  }
  return batches;
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}
