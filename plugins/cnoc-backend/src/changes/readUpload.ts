import {
  documentSpans,
  editDocument,
  printYaml,
  validateObject,
  type Diagnostic,
} from '@cnoc/hedgehog';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DesiredObject } from '../desired';
import {
  unpackReading,
  type FileReading,
} from '../desired/parsing/FileReading';
import type { ResourceParser } from '../desired/parsing/ResourceParser';
import { resourceKey } from '../drift/resourceKey';
import { invalidItem, type ImportItem } from './ImportItem';
import { withoutServerFields } from './withoutServerFields';

/** A document of an upload that could be read. */
export interface UploadedDocument {
  object: DesiredObject;
  /** 1-based, in the upload. */
  line: number;
  /** The document as it goes into a draft: with its comments, without what a cluster added. */
  yaml: string;
  hasComments: boolean;
  diagnostics: Diagnostic[];
}

const perTurn = 5;

const nothing: Diagnostic = {
  rule: 'import.nothing',
  severity: 'critical',
  message: 'The document holds no resource.',
};

/**
 * Takes an upload apart, document by document: one that cannot be read says so and hides no other. Reading happens off
 * the thread.
 */
export async function readUpload(
  upload: { text: string; fileName: string },
  options: { parser: ResourceParser; namespace: string; signal?: AbortSignal },
): Promise<(ImportItem | UploadedDocument)[]> {
  const { fileName } = upload;
  const text = upload.text.replace(/^\ufeff/, '');
  const parts = documentSpans(text)
    .map(({ start, end, line }) => ({ text: text.slice(start, end), line }))
    .filter(part => /^[ \t]*[^ \t\r\n#]/m.test(part.text));
  const readings = await options.parser.readFiles(
    parts.map(part => ({ path: fileName, text: Buffer.from(part.text) })),
    options.namespace,
    options.signal,
  );
  const first = new Map<string, number>();
  const items: (ImportItem | UploadedDocument)[] = [];
  for (const [index, part] of parts.entries()) {
    if (index % perTurn === perTurn - 1) await nextTurn();
    const reading = unpackReading(fileName, readings[index]);
    items.push(...itemsOf(part, reading, first));
  }
  return items;
}

function itemsOf(
  part: { text: string; line: number },
  { fatal, notes, objects }: FileReading,
  first: Map<string, number>,
): (ImportItem | UploadedDocument)[] {
  const placed = ({ line, ...one }: Diagnostic): Diagnostic => ({
    ...one,
    ...(line !== undefined && { line: part.line + line - 1 }),
  });
  if (objects.length === 0 || fatal.length > 0) {
    const [found] = [...fatal, ...notes];
    return [
      invalidItem(
        {
          line: placed(found ?? { ...nothing, line: 1 }).line ?? part.line,
          kind: found?.kind,
          name: found?.name,
        },
        ...(found ? [...fatal, ...notes].map(placed) : [nothing]),
      ),
    ];
  }
  return objects.map(object => {
    const line = part.line + object.line - 1;
    const { kind, name } = object;
    const key = resourceKey(object);
    const earlier = first.get(key);
    if (earlier !== undefined) {
      return invalidItem(
        { kind, name, line },
        {
          rule: 'import.duplicate',
          severity: 'critical',
          message: `${kind} ${name} is in the upload twice, at line ${earlier} and at line ${line}.`,
          kind,
          name,
          line,
          hint: 'Keep one of the two.',
        },
      );
    }
    first.set(key, line);
    const clean = withoutServerFields(object.object);
    const yaml =
      objects.length > 1
        ? printYaml(clean)
        : textOf(part.text, clean === object.object ? undefined : clean);
    const diagnostics = [
      ...notes.map(placed),
      ...validateObject(clean).map(one => ({ ...one, line })),
    ];
    const isRefused = diagnostics.some(one => one.severity === 'critical');
    return isRefused
      ? invalidItem({ kind, name, line }, ...diagnostics)
      : {
          object: { ...object, object: clean },
          line,
          yaml,
          hasComments: objects.length === 1 && /(^|\s)#/m.test(part.text),
          diagnostics,
        };
  });
}

function textOf(
  text: string,
  changed: DesiredObject['object'] | undefined,
): string {
  const trimmed = `${text.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd()}\n`;
  return changed ? editDocument(trimmed, changed).text : trimmed;
}
