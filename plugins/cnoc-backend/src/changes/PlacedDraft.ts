import type { Draft } from '@cnoc/backstage-plugin-cnoc-common';
import { createHash } from 'node:crypto';
import type { DesiredObject } from '../desired';
import { resourceKey } from '../drift/resourceKey';
import type { FabricFiles } from './FabricContent';
import { defaultFile, foldersOf } from './filePlace';
import {
  gitDocumentsOf,
  isSameDocument,
  type GitDocument,
} from './GitDocument';
import type { StoredDraft } from './StoredDraft';

/** A draft held against what git has at one commit. */
export interface PlacedDraft {
  draft: StoredDraft;
  action: Draft['action'];
  /** Where its document goes, or is taken away. */
  file: string;
  /** What git has of the resource. */
  current?: GitDocument;
  /** `ready` until its text has been read. */
  state: Draft['state'];
  message?: string;
  /** Changes with each save, and when git's document changes: who sends it has seen both. */
  etag: string;
}

/** Files that must be read to place drafts: where resources are, where they shall go, and where they might. */
export function filesOfDrafts(
  drafts: readonly StoredDraft[],
  objects: readonly DesiredObject[],
  folder: string,
): Set<string> {
  const byKey = new Map(objects.map(object => [resourceKey(object), object]));
  const files = new Set<string>();
  for (const draft of drafts) {
    const current = byKey.get(resourceKey(draft));
    if (current) files.add(current.file);
    if (draft.file) files.add(draft.file);
    if (!current && !draft.file) {
      const options = { folder, present: objects };
      files.add(defaultFile(draft, { ...options, isTaken: () => false }));
      files.add(defaultFile(draft, { ...options, isTaken: () => true }));
    }
  }
  return files;
}

/** Holds drafts against a commit. Pure. */
export function placeDrafts(input: {
  drafts: readonly StoredDraft[];
  objects: readonly DesiredObject[];
  files: FabricFiles;
  /** The fabric's directory */
  folder: string;
}): PlacedDraft[] {
  const { drafts, objects, files, folder } = input;
  const byKey = new Map(objects.map(object => [resourceKey(object), object]));
  const documents = gitDocumentsOf(objects, files.texts);
  const isTaken = (path: string) => files.paths.has(path);
  return drafts.map(draft => {
    const key = resourceKey(draft);
    const current = documents.get(key);
    const inGit = byKey.get(key);
    const file =
      draft.file ??
      inGit?.file ??
      defaultFile(draft, { folder, present: objects, isTaken });
    const placed = { draft, file, current, etag: etagOf(draft, current) };
    if (draft.action === 'delete') {
      return { ...placed, action: 'delete', ...judge(placed, files, inGit) };
    }
    return {
      ...placed,
      action: inGit ? 'update' : 'create',
      ...judge(placed, files, inGit),
    };
  });
}

function judge(
  { draft, file, current }: Pick<PlacedDraft, 'draft' | 'file' | 'current'>,
  files: FabricFiles,
  inGit: DesiredObject | undefined,
): Pick<PlacedDraft, 'state' | 'message'> {
  if (draft.action === 'delete' && !inGit) {
    return { state: 'same', message: 'Git does not have it any more.' };
  }
  if (inGit && !current) {
    return {
      state: 'invalid',
      message: `${inGit.file} cannot be changed: it is no plain text in UTF-8.`,
    };
  }
  if (
    draft.yaml !== undefined &&
    current?.file === file &&
    isSameDocument(draft.yaml, current.text)
  ) {
    return { state: 'same', message: 'Git says this already.' };
  }
  if (!isBase(draft, current)) {
    return {
      state: 'conflict',
      message: conflictOf(draft, current),
    };
  }
  if (current?.isShared) {
    return {
      state: 'invalid',
      message: `It stands in a List in ${current.file}; give it a document of its own there first.`,
    };
  }
  const obstacle = draft.action === 'write' ? inTheWay(file, files) : undefined;
  return obstacle
    ? { state: 'invalid', message: obstacle }
    : { state: 'ready' };
}

/** Whether git still has what it had when the draft began. */
function isBase(draft: StoredDraft, current: GitDocument | undefined): boolean {
  if (!draft.base || !current) return !draft.base && !current;
  return isSameDocument(draft.base.yaml, current.text);
}

function conflictOf(
  draft: StoredDraft,
  current: GitDocument | undefined,
): string {
  if (!current) return 'Git has removed it since the draft began.';
  return draft.base
    ? 'Git has changed it since the draft began.'
    : 'Git has got a resource of this name since the draft began.';
}

function inTheWay(file: string, files: FabricFiles): string | undefined {
  if (files.paths.has(file) && !files.texts.has(file)) {
    return `${file} cannot be changed: it is a link, or no plain text in UTF-8.`;
  }
  const blocking = foldersOf(file).find(folder => files.paths.has(folder));
  return blocking && `${blocking} is a file or a link, not a directory.`;
}

export function etagOf(
  draft: Pick<StoredDraft, 'version'>,
  current: Pick<GitDocument, 'text'> | undefined,
): string {
  return `${draft.version}.${documentHash(current?.text)}`;
}

/** Short: it only tells whether somebody has seen this text. */
export function documentHash(text: string | undefined): string {
  return text === undefined
    ? 'none'
    : createHash('sha256')
        .update(text.replaceAll('\r\n', '\n').trimEnd())
        .digest('base64url')
        .slice(0, 16);
}
