import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Diagnostic } from '@cnoc/hedgehog';
import type { ServedShapes } from '../live';
import type { DesiredObject } from './DesiredObject';
import type { KnownFile } from './KnownFile';
import { fileId, resourceKey } from './KnownFile';
import type { ResourceParser } from './parsing/ResourceParser';
import { WorkerError } from './parsing/WorkerError';

/** What the rules find in a fabric: as much as is kept, and how much it is in all. */
export interface Found {
  found: Diagnostic[];
  total: number;
}

const perTurn = 500;

/**
 * Checks a whole fabric. A rule knows the line of a document; that of the field is taken from what was found before, as
 * long as the file is the same, or else looked up in the file.
 *
 * @param options - `objects`: those that are stored, for files whose resources are not at hand; `before`: what was
 * found in `unchanged` files; `read`: gives the text of files
 */
export async function checkFabric(options: {
  files: readonly KnownFile[];
  objects: readonly DesiredObject[];
  before: readonly Diagnostic[];
  isUnchanged: (path: string) => boolean;
  read: (paths: ReadonlySet<string>) => Promise<Map<string, Uint8Array>>;
  parser: ResourceParser;
  limit: number;
  served?: ServedShapes;
  signal?: AbortSignal;
}): Promise<Found> {
  const { parser, limit, served, signal } = options;
  try {
    const task = await taskOf(options.files, options.objects);
    const { found, total } = await parser.check(
      { ...task, limit, shapes: served?.shapes },
      signal,
    );
    await locate(found, options);
    const notes = served?.notes ?? [];
    return { found: [...found, ...notes], total: total + notes.length };
  } catch (error) {
    if (!(error instanceof WorkerError)) throw error;
    // The resources are read whole; that nobody could check them must be said, and is no reason to refuse them.
    const unchecked: Diagnostic = {
      rule: 'desired.unchecked',
      severity: 'warning',
      message:
        'The resources could not be checked against each other: it takes more time or memory than there is.',
    };
    return { found: [unchecked], total: 1 };
  }
}

async function taskOf(
  files: readonly KnownFile[],
  stored: readonly DesiredObject[],
): Promise<{ objects: string[]; files: string[]; lines: number[] }> {
  const byKey = new Map(stored.map(object => [resourceKey(object), object]));
  const task = { objects: [], files: [], lines: [] } as {
    objects: string[];
    files: string[];
    lines: number[];
  };
  for (const file of files) {
    for (const resource of file.resources) {
      if (task.objects.length % perTurn === perTurn - 1) await nextTurn();
      const text =
        resource.packed?.object ??
        JSON.stringify(byKey.get(resourceKey(resource))?.object);
      task.objects.push(text);
      task.files.push(file.path);
      task.lines.push(resource.line);
    }
  }
  return task;
}

/** Sets the lines of fields. */
async function locate(
  found: readonly Diagnostic[],
  options: {
    before: readonly Diagnostic[];
    isUnchanged: (path: string) => boolean;
    read: (paths: ReadonlySet<string>) => Promise<Map<string, Uint8Array>>;
    parser: ResourceParser;
    signal?: AbortSignal;
  },
): Promise<void> {
  const known = new Map(
    options.before.map(diagnostic => [placeOf(diagnostic), diagnostic.line]),
  );
  const open = new Map<string, (Diagnostic & Field)[]>();
  for (const diagnostic of found) {
    if (!isField(diagnostic)) continue;
    const line = options.isUnchanged(diagnostic.file)
      ? known.get(placeOf(diagnostic))
      : undefined;
    if (line !== undefined) diagnostic.line = line;
    else {
      const list = open.get(diagnostic.file);
      if (list) list.push(diagnostic);
      else open.set(diagnostic.file, [diagnostic]);
    }
  }
  if (open.size === 0) return;
  const texts = await options.read(new Set(open.keys()));
  for (const [path, fields] of open) {
    const text = texts.get(path);
    if (!text) continue;
    const lines = await options.parser.locate(
      { path, text },
      fields.map(field => ({
        kind: field.kind,
        name: field.name,
        path: field.path,
      })),
      options.signal,
    );
    lines.forEach((line, index) => {
      fields[index].line = line ?? fields[index].line;
    });
  }
}

interface Field {
  file: string;
  kind: string;
  name: string;
  path: string;
}

function isField(diagnostic: Diagnostic): diagnostic is Diagnostic & Field {
  const { file, kind, name, path } = diagnostic;
  return Boolean(file && kind && name !== undefined && path);
}

function placeOf({ file, kind, name, path }: Diagnostic): string {
  return JSON.stringify([file, kind, name, path]);
}

/** For files of one commit: which of them are the same in another. */
export function unchangedIn(
  files: readonly KnownFile[],
  other: ReadonlyMap<string, unknown>,
): (path: string) => boolean {
  const same = new Set(
    files.filter(file => other.has(fileId(file))).map(file => file.path),
  );
  return path => same.has(path);
}
