import { setImmediate as nextTurn } from 'node:timers/promises';
import { Diagnostic, SourcedObject, validateFabric } from '@cnoc/hedgehog';
import { inertText, RepositoryFile } from '../repositories';
import { DesiredObject } from './DesiredObject';
import { FileReading, readResourceFile } from './readResourceFile';

/** Limits of one fabric; diagnostics beyond theirs are counted, not kept. */
export interface DesiredLimits {
  maxObjects: number;
  maxDiagnostics: number;
}

export const defaultDesiredLimits: DesiredLimits = {
  maxObjects: 50_000,
  maxDiagnostics: 500,
};

export interface ParsedDesired {
  objects: DesiredObject[];
  diagnostics: Diagnostic[];
  /** Why the content cannot be taken as the fabric's desired state; absent = it can. */
  refusal?: string;
  /** For the next commit: most of its files will be these. */
  readings: FileReadings;
}

/** What files said before, by blob and path. */
export type FileReadings = Map<string, FileReading>;

const resourceFile = /\.(ya?ml|json)$/i;

/** Whether a path of the repository is read for resources. */
export function isResourceFile(path: string): boolean {
  return resourceFile.test(path);
}

const knownFilesPerTurn = 500;

function duplicate(first: DesiredObject, second: SourcedObject): Diagnostic {
  return {
    rule: 'desired.duplicate',
    severity: 'critical',
    message: `${first.kind} ${first.name} is defined twice: in ${first.file}:${first.line} and in ${second.file}:${second.line}.`,
    kind: first.kind,
    name: first.name,
    file: second.file,
    line: second.line,
    hint: 'Remove one of the two.',
  };
}

/**
 * Turns the files of one commit into resources.
 *
 * A document that cannot be read, a resource defined twice and a file that could not be read refuse the whole commit:
 * a part of it must never be taken for all of it (Y13). Wrong values inside a resource do not; they are diagnostics.
 *
 * @param options - `known`: the readings of an earlier commit in the same namespace; files among them are not read again
 */
export async function parseDesired(
  content: { files: readonly RepositoryFile[]; skipped: readonly Diagnostic[] },
  options: { namespace: string; limits?: DesiredLimits; known?: FileReadings },
): Promise<ParsedDesired> {
  const { namespace, limits = defaultDesiredLimits, known } = options;
  const fatal: Diagnostic[] = [];
  const notes: Diagnostic[] = [];
  for (const diagnostic of content.skipped) {
    (diagnostic.severity === 'critical' ? fatal : notes).push(diagnostic);
  }
  const readings: FileReadings = new Map();
  const sources: SourcedObject[] = [];
  const objects = new Map<string, DesiredObject>();
  for (const file of content.files) {
    const id = `${file.oid} ${file.path}`;
    let reading = known?.get(id);
    if (!reading) {
      // One file is one piece of work between two turns of the event loop.
      await nextTurn();
      reading = readResourceFile(file, namespace);
    } else if (readings.size % knownFilesPerTurn === 0) {
      await nextTurn();
    }
    readings.set(id, reading);
    fatal.push(...reading.fatal);
    notes.push(...reading.notes);
    for (const [index, source] of reading.sources.entries()) {
      const object = reading.objects[index];
      const key = `${object.kind}/${object.name}`;
      const first = objects.get(key);
      if (first) {
        fatal.push(duplicate(first, source));
      } else {
        objects.set(key, object);
      }
      sources.push(source);
    }
    if (sources.length > limits.maxObjects) {
      return {
        objects: [],
        diagnostics: fatal.slice(0, limits.maxDiagnostics),
        refusal: `The fabric holds more than ${limits.maxObjects} resources, more than CNOC reads.`,
        readings: new Map(),
      };
    }
  }
  await nextTurn();
  const found = validateFabric(sources).filter(
    // Said above already, with both places.
    diagnostic => !/duplicate/i.test(diagnostic.rule),
  );
  const all = [...fatal, ...notes, ...found];
  const diagnostics = all.slice(0, limits.maxDiagnostics);
  if (all.length > diagnostics.length) {
    diagnostics.push({
      rule: 'desired.more',
      severity: 'info',
      message: `${all.length - diagnostics.length} more are not listed.`,
    });
  }
  return {
    objects: fatal.length > 0 ? [] : [...objects.values()],
    diagnostics,
    refusal: refusalOf(fatal, objects.size),
    readings,
  };
}

function refusalOf(
  fatal: readonly Diagnostic[],
  count: number,
): string | undefined {
  if (fatal.length > 0) {
    const { file, line, message } = fatal[0];
    const place = file ? ` ${file}${line ? `:${line}` : ''}:` : '';
    const rest =
      fatal.length > 1 ? ` (and ${fatal.length - 1} more like it)` : '';
    // Into one line and a database: what a file says may hold anything.
    return inertText(
      `The commit is not used as long as it cannot be read whole.${place} ${message}${rest}`,
      1_000,
    );
  }
  if (count === 0) {
    return 'The commit holds no resource at the fabric’s path. That is never taken as a wish to delete all; the resources of the last good commit stay.';
  }
  return undefined;
}
