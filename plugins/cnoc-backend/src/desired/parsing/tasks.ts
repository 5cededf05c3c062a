import type { Diagnostic, ObjectValidation } from '@cnoc/hedgehog';
import type { PackedReading } from './PackedReading';

export interface TaskFile {
  path: string;
  text: Uint8Array;
}

/** Reads files. */
export interface ReadTask {
  type: 'read';
  namespace: string;
  files: TaskFile[];
}

/** Checks a whole fabric; one entry of each list for each resource. */
export interface CheckTask {
  type: 'check';
  /** JSON of the objects as written */
  objects: string[];
  files: string[];
  lines: number[];
  /** Most diagnostics to give back */
  limit: number;
  shapes?: ObjectValidation['shapes'];
}

/** Finds the lines of fields in a file. */
export interface LocateTask {
  type: 'locate';
  file: TaskFile;
  fields: { kind: string; name: string; path: string }[];
}

/** Cuts the document of a resource out of its file. */
export interface DocumentTask {
  type: 'document';
  file: TaskFile;
  kind: string;
  name: string;
}

export type ParseTask = ReadTask | CheckTask | LocateTask | DocumentTask;

export interface ParseResults {
  read: PackedReading[];
  check: { found: Diagnostic[]; total: number };
  locate: (number | undefined)[];
  document: string | undefined;
}
