import type { Diagnostic } from '@cnoc/hedgehog';
import { inertText, RepositoryFile } from '../repositories';
import {
  fileId,
  KnownFile,
  KnownFiles,
  KnownResource,
  resourceKey,
} from './KnownFile';
import type { ResourceParser } from './parsing/ResourceParser';
import type { PredecessorLayout } from './PredecessorLayout';

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
  /** All files, in the order of the commit. */
  files: KnownFile[];
  /** How many of them were read now. */
  parsed: number;
  /** What refuses the commit. */
  fatal: Diagnostic[];
  notes: Diagnostic[];
  /** Why the content cannot be taken as the fabric's desired state; absent = it can. */
  refusal?: string;
}

const resourceFile = /\.(ya?ml|json)$/i;

/**
 * Whether a path is read for resources. Names that begin with a dot belong to tools (`.github`, `.yamllint.yaml`).
 *
 * @param path - from the root of the repository, or from wherever such names count
 */
export function isResourceFile(path: string): boolean {
  return resourceFile.test(path) && !/(^|\/)\./.test(path);
}

/**
 * Turns the files of one commit into resources, reading only those that are not known.
 *
 * A document that cannot be read, a resource defined twice and a file that could not be read refuse the whole commit:
 * a part of it must never be taken for all of it (Y13). Wrong values inside a resource do not.
 *
 * @param options - `known`: files that were read before, for the same namespace
 */
export async function parseDesired(
  content: { files: readonly RepositoryFile[]; skipped: readonly Diagnostic[] },
  options: {
    namespace: string;
    parser: ResourceParser;
    limits?: DesiredLimits;
    known?: KnownFiles;
    layout?: PredecessorLayout;
    signal?: AbortSignal;
  },
): Promise<ParsedDesired> {
  const { layout, limits = defaultDesiredLimits } = options;
  const { files: all, parsed } = await filesOf(content.files, options);
  const files: KnownFile[] = [];
  const isFatal = ({ severity }: Diagnostic) => severity === 'critical';
  const fatal = content.skipped.filter(isFatal);
  const notes = content.skipped.filter(one => !isFatal(one));
  const places = new Map<string, Place>();
  for (const file of all) {
    fatal.push(...file.fatal);
    notes.push(...file.notes);
    const counting = file.resources.filter(resource => {
      const place = { file: file.path, line: resource.line, resource };
      const first = places.get(resourceKey(resource));
      if (!first) {
        places.set(resourceKey(resource), place);
        return true;
      }
      if (layout?.isOriginal(file.path, first.file)) {
        notes.push(superseded(first, place));
        return false;
      }
      fatal.push(duplicate(first, place));
      return true;
    });
    files.push(
      counting.length === file.resources.length
        ? file
        : { ...file, resources: counting, isPartial: true },
    );
    if (places.size > limits.maxObjects) {
      const refusal = `The fabric holds more than ${limits.maxObjects} resources, more than CNOC reads.`;
      return { files, parsed, fatal, notes, refusal };
    }
  }
  const refusal = refusalOf(fatal, places.size);
  return { files, parsed, fatal, notes, refusal };
}

async function filesOf(
  files: readonly RepositoryFile[],
  options: {
    namespace: string;
    parser: ResourceParser;
    known?: KnownFiles;
    signal?: AbortSignal;
  },
): Promise<{ files: KnownFile[]; parsed: number }> {
  const { namespace, parser, known, signal } = options;
  const found = files.map(file => known?.get(fileId(file)));
  const unknown = files.flatMap(({ path, text }, index) =>
    found[index] || !text ? [] : [{ path, text }],
  );
  const readings = await parser.readFiles(unknown, namespace, signal);
  let next = 0;
  return {
    parsed: unknown.length,
    files: files.map(({ path, oid }, index) => {
      const before = found[index];
      if (before) return before;
      const { resources, ...reading } = readings[next++];
      return {
        path,
        oid,
        ...reading,
        resources: resources.map(packed => {
          const { kind, name, line, hash, digest } = packed;
          return { kind, name, line, hash, digest, packed };
        }),
      };
    }),
  };
}

interface Place {
  file: string;
  line: number;
  resource: KnownResource;
}

function duplicate(first: Place, { file, line, resource }: Place): Diagnostic {
  const { kind, name } = resource;
  return {
    rule: 'desired.duplicate',
    severity: 'critical',
    message: `${kind} ${name} is defined twice: in ${first.file}:${first.line} and in ${file}:${line}.`,
    kind,
    name,
    file,
    line,
    hint: 'Remove one of the two.',
  };
}

function superseded(first: Place, { file, line, resource }: Place): Diagnostic {
  const { kind, name, hash } = resource;
  const isSame = hash === first.resource.hash;
  return {
    rule: 'desired.superseded',
    severity: isSame ? 'info' : 'warning',
    message: `${kind} ${name} is ${isSame ? 'the same' : 'something else'} in ${
      first.file
    }:${first.line}, and only that one counts.`,
    kind,
    name,
    file,
    line,
    hint: isSame
      ? 'Remove the file that it was made from.'
      : `Bring the change into ${first.file}, and remove this one.`,
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
