import { bySeverity, referencesOf, type Diagnostic } from '@cnoc/hedgehog';
import type { DesiredObject } from '../desired';
import { unpackReading } from '../desired/parsing/FileReading';
import type { ResourceParser } from '../desired/parsing/ResourceParser';
import { resourceKey } from '../drift/resourceKey';
import type { FabricDefinition } from '../fabrics/FabricDefinition';
import { editFiles, type FileEdit } from './editFiles';
import type { FabricCheck } from './FabricCheck';
import type { FabricContent } from './FabricContent';
import { filesOfDrafts, placeDrafts, type PlacedDraft } from './PlacedDraft';
import { readDrafts } from './readDrafts';
import type { StoredDraft } from './StoredDraft';

/** A draft with everything that is known about it at one commit. */
export interface EvaluatedDraft extends PlacedDraft {
  /** What its text says. */
  object?: DesiredObject;
  /** Lines are those of the draft's text; the gravest first. */
  diagnostics: Diagnostic[];
}

/** What a set of drafts comes to at one commit. */
export interface DraftEvaluation {
  /** The commit that it builds on. */
  sha: string;
  drafts: EvaluatedDraft[];
  /** Of the drafts that are ready. */
  edits: FileEdit[];
  /** The fabric as a commit would make it. */
  objects: DesiredObject[];
  /** What the rules say of that: new ones, and those that git has already. The gravest first. */
  fresh: Diagnostic[];
  old: Diagnostic[];
  /** Why the drafts cannot be committed as they are. */
  blockers: Diagnostic[];
}

export interface EvaluationOptions {
  content: FabricContent;
  parser: ResourceParser;
  check: FabricCheck;
}

/** Finds out what drafts would do to a fabric at a commit. @throws GitError, WorkerError */
export async function evaluateDrafts(
  fabric: FabricDefinition,
  stored: readonly StoredDraft[],
  sha: string,
  options: EvaluationOptions,
  signal?: AbortSignal,
): Promise<DraftEvaluation> {
  const { content, parser, check } = options;
  const before = await content.objects(fabric, sha, signal);
  const files = await content.files(
    fabric,
    sha,
    filesOfDrafts(stored, before, fabric.path),
    signal,
  );
  const placed = placeDrafts({
    drafts: stored,
    objects: before,
    files,
    folder: fabric.path,
  });
  const read = await withReadings(placed, fabric, parser, signal);

  const ready = read.filter(({ state }) => state === 'ready');
  const edits = editFiles(ready, files.texts);
  const after = await objectsAfter(fabric, { before, edits, parser, signal });
  const { fresh, old } = await check.after(before, after.objects, signal);
  const result = new Map(after.objects.map(one => [resourceKey(one), one]));
  const causes = causesOf(fresh, result);
  const known = byResource(old);
  const drafts = read.map(draft => {
    const key = resourceKey(draft.draft);
    return judged(draft, {
      fresh: causes.get(key) ?? [],
      old: known.get(key) ?? [],
      inFile: result.get(key),
    });
  });
  const invalid = new Set(
    drafts
      .filter(({ state }) => state === 'invalid')
      .map(({ draft }) => resourceKey(draft)),
  );
  return {
    sha,
    drafts,
    edits,
    objects: after.objects,
    fresh,
    old,
    blockers: [
      ...drafts.flatMap(draftBlockers),
      ...unsafe(ready, before, after),
      // Of an invalid draft, its own blocker says the gravest
      ...fresh.filter(
        one => one.severity === 'critical' && !invalid.has(keyOf(one)),
      ),
      ...(after.objects.length === 0 && edits.length > 0 ? [emptied()] : []),
    ],
  };
}

async function withReadings(
  placed: readonly PlacedDraft[],
  fabric: FabricDefinition,
  parser: ResourceParser,
  signal?: AbortSignal,
): Promise<EvaluatedDraft[]> {
  const writes = placed.filter(({ draft }) => draft.yaml !== undefined);
  const readings = await readDrafts(
    writes.map(({ draft, file }) => ({ ...draft, yaml: draft.yaml!, file })),
    { parser, namespace: fabric.namespace, signal },
  );
  const byDraft = new Map(
    writes.map(({ draft }, index) => [draft, readings[index]]),
  );
  return placed.map(one => {
    const reading = byDraft.get(one.draft);
    if (!reading) return { ...one, diagnostics: [] };
    const { refusal, object, diagnostics } = reading;
    return refusal && one.state !== 'conflict'
      ? { ...one, state: 'invalid', message: refusal, diagnostics }
      : { ...one, object, diagnostics };
  });
}

interface After {
  objects: DesiredObject[];
  /** What cannot be read in the changed files. */
  fatal: Diagnostic[];
}

/** Reads the changed files as the next sync will: what is committed is what was checked. */
async function objectsAfter(
  fabric: FabricDefinition,
  options: {
    before: readonly DesiredObject[];
    edits: readonly FileEdit[];
    parser: ResourceParser;
    signal?: AbortSignal;
  },
): Promise<After> {
  const { before, edits, parser, signal } = options;
  const changed = new Set(edits.map(({ path }) => path));
  const files = edits.flatMap(({ path, after }) =>
    after === undefined ? [] : [{ path, text: Buffer.from(after) }],
  );
  const readings = (
    await parser.readFiles(files, fabric.namespace, signal)
  ).map((reading, index) => unpackReading(files[index].path, reading));
  return {
    objects: [
      ...before.filter(({ file }) => !changed.has(file)),
      ...readings.flatMap(({ objects }) => objects),
    ],
    fatal: readings.flatMap(({ fatal }) => fatal),
  };
}

/**
 * Whether the files say just what the drafts say, and of all other resources what they said before. They always should;
 * this is the net below the editing of texts.
 */
function unsafe(
  ready: readonly EvaluatedDraft[],
  before: readonly DesiredObject[],
  after: After,
): Diagnostic[] {
  const wanted = new Map(before.map(one => [resourceKey(one), one.hash]));
  for (const { draft, object } of ready) {
    if (object) wanted.set(resourceKey(draft), object.hash);
    else wanted.delete(resourceKey(draft));
  }
  const got = new Map(after.objects.map(one => [resourceKey(one), one.hash]));
  const wrong = [...new Set([...wanted.keys(), ...got.keys()])].filter(
    key => wanted.get(key) !== got.get(key),
  );
  const doubled = after.objects.length !== got.size;
  if (wrong.length === 0 && !doubled && after.fatal.length === 0) return [];
  const [first] = after.fatal;
  return [
    {
      rule: 'draft.unsafe',
      severity: 'critical',
      message: first
        ? `A file that would change cannot be read: ${first.message}`
        : `The files would not say what the drafts say${
            wrong.length > 0 ? ` (${wrong.slice(0, 3).join(', ')})` : ''
          }.`,
      ...(first?.file && { file: first.file, line: first.line }),
      hint: 'Mend the file in git first, or put the resource into a file of its own.',
    },
  ];
}

function judged(
  draft: EvaluatedDraft,
  about: {
    fresh: readonly Diagnostic[];
    old: readonly Diagnostic[];
    /** The resource as the changed file says it */
    inFile?: DesiredObject;
  },
): EvaluatedDraft {
  if (draft.state !== 'ready') return draft;
  const key = resourceKey(draft.draft);
  const { object } = draft;
  // Rules give lines of the file; a person who types sees lines of the document
  const shift = about.inFile && object ? about.inFile.line - object.line : 0;
  const found = [...about.fresh, ...about.old].map(one =>
    keyOf(one) === key && one.line !== undefined
      ? { ...one, line: Math.max(1, one.line - shift) }
      : one,
  );
  const grave = about.fresh.find(
    one => one.severity === 'critical' && keyOf(one) === key,
  );
  return {
    ...draft,
    diagnostics: [...draft.diagnostics, ...found].sort((a, b) =>
      bySeverity(a.severity, b.severity),
    ),
    ...(grave && { state: 'invalid' as const, message: grave.message }),
  };
}

/** New findings by the resource that they are about, and by those that it refers to: one of them may be the cause. */
function causesOf(
  fresh: readonly Diagnostic[],
  after: ReadonlyMap<string, DesiredObject>,
): Map<string, Diagnostic[]> {
  const causes = byResource(fresh);
  for (const one of fresh) {
    const subject = after.get(keyOf(one));
    for (const reference of subject ? referencesOf(subject.object) : []) {
      add(causes, resourceKey(reference), one);
    }
  }
  return causes;
}

function byResource(
  diagnostics: readonly Diagnostic[],
): Map<string, Diagnostic[]> {
  const map = new Map<string, Diagnostic[]>();
  for (const one of diagnostics) add(map, keyOf(one), one);
  return map;
}

function add(
  map: Map<string, Diagnostic[]>,
  key: string,
  one: Diagnostic,
): void {
  const list = map.get(key);
  if (!list) map.set(key, [one]);
  else if (!list.includes(one)) list.push(one);
}

function keyOf({ kind = '', name = '' }: Diagnostic): string {
  return resourceKey({ kind, name });
}

function draftBlockers({
  draft,
  state,
  message,
  file,
}: EvaluatedDraft): Diagnostic[] {
  if (state !== 'invalid' && state !== 'conflict') return [];
  return [
    {
      rule: `draft.${state}`,
      severity: 'critical',
      message: `${draft.kind} ${draft.name}: ${message}`,
      kind: draft.kind,
      name: draft.name,
      file,
      hint:
        state === 'conflict'
          ? 'Open the draft, compare it with what git has now, and save it again.'
          : 'Mend the draft, or throw it away.',
    },
  ];
}

function emptied(): Diagnostic {
  return {
    rule: 'draft.empties',
    severity: 'critical',
    message:
      'The commit would leave no resource at the fabric’s path, which CNOC never takes as a wish to delete all.',
    hint: 'Keep at least one resource.',
  };
}
