import { Diagnostic } from '@cnoc/hedgehog';
import { TreeEntry } from './git/GitEngine';
import { isUnsafePath } from './git/gitNames';
import { inertText } from './git/inertText';

/** Limits of what is read below one fabric's path. */
export interface FileLimits {
  maxFiles: number;
  maxFileBytes: number;
  maxTotalBytes: number;
}

export const defaultFileLimits: FileLimits = {
  maxFiles: 20_000,
  maxFileBytes: 4 * 1024 * 1024,
  maxTotalBytes: 96 * 1024 * 1024,
};

/**
 * Splits a tree listing into files to read and things that are reported and never followed (cases G5 to G8, G22).
 *
 * What could hide a resource is `critical`: a file by its name that cannot be read as one. The rest is a `warning`.
 */
export function selectFiles(
  entries: readonly TreeEntry[],
  include: (path: string) => boolean,
  limits: FileLimits = defaultFileLimits,
): { files: TreeEntry[]; skipped: Diagnostic[] } {
  const files: TreeEntry[] = [];
  const skipped: Diagnostic[] = [];
  let total = 0;
  const skip = (
    entry: TreeEntry,
    rule: string,
    severity: Diagnostic['severity'],
    message: string,
    hint: string,
  ) => {
    if (skipped.length < 200) {
      const file = inertText(entry.path, 1024);
      skipped.push({ rule, severity, message, file, hint });
    }
  };
  for (const entry of entries) {
    const wanted = include(entry.path);
    const severity = wanted ? 'critical' : 'warning';
    if (isUnsafePath(entry.path)) {
      skip(
        entry,
        'git.path',
        'critical',
        'The commit holds a path that points outside of itself or into git.',
        'Remove that entry from the repository.',
      );
    } else if (entry.type === 'symlink') {
      skip(
        entry,
        'git.symlink',
        severity,
        'A symbolic link is not followed.',
        'Put the file itself here.',
      );
    } else if (entry.type === 'submodule') {
      skip(
        entry,
        'git.submodule',
        'warning',
        'A submodule is not read.',
        'Put the files themselves into this repository.',
      );
    } else if (!wanted) {
      continue;
    } else if (entry.badName) {
      skip(
        entry,
        'git.fileName',
        'critical',
        'The name of the file is not valid UTF-8.',
        'Rename the file.',
      );
    } else if (
      entry.size > limits.maxFileBytes ||
      total + entry.size > limits.maxTotalBytes ||
      files.length >= limits.maxFiles
    ) {
      skip(
        entry,
        'git.tooLarge',
        'critical',
        `The file goes beyond what CNOC reads for one fabric (${limits.maxFiles} files, ${limits.maxFileBytes} bytes a file, ${limits.maxTotalBytes} bytes in all).`,
        'Split the file, or the fabric.',
      );
    } else {
      total += entry.size;
      files.push(entry);
    }
  }
  return { files, skipped };
}
