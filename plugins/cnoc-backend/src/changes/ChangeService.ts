import { randomBytes } from 'node:crypto';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type {
  DraftInput,
  ResourceRef,
} from '@cnoc/backstage-plugin-cnoc-common';
import {
  editDocument,
  findKind,
  printYaml,
  type KubernetesObject,
} from '@cnoc/hedgehog';
import { resourceKey } from '../drift/resourceKey';
import type { FabricDefinition } from '../fabrics/FabricDefinition';
import { changedMeanwhile } from '../fabrics/etag';
import { isCommitId } from '../repositories/git/gitNames';
import {
  evaluateDrafts,
  type DraftEvaluation,
  type EvaluatedDraft,
  type EvaluationOptions,
} from './DraftEvaluation';
import type { DraftStore } from './DraftStore';
import { checkedFile } from './filePlace';
import { gitDocumentsOf, type GitDocument } from './GitDocument';
import { documentHash } from './PlacedDraft';
import { maxDrafts, type StoredDraft } from './StoredDraft';

/** What of a draft is told; `theirs` where git's document changed since it began. */
export interface DraftView extends EvaluatedDraft {
  theirs?: { yaml?: string; commit: string };
}

const nothing: DraftEvaluation = {
  sha: '',
  drafts: [],
  edits: [],
  objects: [],
  fresh: [],
  old: [],
  blockers: [],
};

const nameForm = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;

/** Changes of resources before they are in git: kept for everybody who may edit the fabric, and held against git. */
export class ChangeService {
  readonly #store: DraftStore;
  readonly #options: EvaluationOptions;
  readonly #now: () => Date;
  /** Of each fabric the last evaluation: lists and single drafts are asked for again and again. */
  readonly #evaluations = new Map<
    string,
    { key: string; evaluation: Promise<DraftEvaluation> }
  >();

  private constructor(options: ChangeServiceOptions) {
    this.#store = options.store;
    this.#options = options;
    this.#now = options.now;
  }

  static create(options: ChangeServiceOptions): ChangeService {
    return new ChangeService(options);
  }

  count(fabric: string): Promise<number> {
    return this.#store.count(fabric);
  }

  /** All drafts of a fabric by kind and name, held against the last good commit. */
  async list(
    fabric: FabricDefinition,
    signal?: AbortSignal,
  ): Promise<DraftView[]> {
    const { drafts, sha } = await this.#current(fabric, signal);
    return drafts.map(draft => viewOf(draft, sha));
  }

  /** @throws NotFoundError */
  async get(
    fabric: FabricDefinition,
    resource: ResourceRef,
    signal?: AbortSignal,
  ): Promise<DraftView> {
    const { drafts, sha } = await this.#current(fabric, signal);
    const key = resourceKey(resource);
    const found = drafts.find(({ draft }) => resourceKey(draft) === key);
    if (!found) throw noDraft(resource);
    return viewOf(found, sha);
  }

  /**
   * Keeps what a person typed, readable or not. What git has becomes the draft's base when the person has seen it; who
   * has not keeps the old base, and the draft shows the conflict.
   *
   * @param options - `ifMatch`: the draft's etag, `*` for any, absent when there must be none
   * @throws InputError, PreconditionFailedError, ConflictError when the fabric has too many drafts
   */
  async save(
    fabric: FabricDefinition,
    resource: ResourceRef,
    input: DraftInput,
    options: { ifMatch?: string; actor: string; signal?: AbortSignal },
  ): Promise<DraftView> {
    assertResource(resource);
    if (input.action === 'write' && !input.yaml === !input.object) {
      throw new InputError('body: to write, give either yaml or object');
    }
    const file =
      input.file === undefined
        ? undefined
        : checkedFile(input.file, fabric.path);
    const before = await this.#store.get(fabric.name, resource);
    const seen = seenBy(options.ifMatch, before);
    if (!before && (await this.#store.count(fabric.name)) >= maxDrafts) {
      throw new ConflictError(
        `The fabric has ${maxDrafts} drafts already; commit or discard some`,
      );
    }
    const { signal } = options;
    const sha = await this.#options.content.known(fabric, signal);
    const current = await this.#document(fabric, sha, resource, signal);
    const base = await this.#baseFor({
      fabric,
      resource,
      sha,
      current,
      before,
      seen,
      began: input.base,
      signal,
    });
    const draft: StoredDraft = {
      kind: resource.kind,
      name: resource.name,
      action: input.action,
      yaml: yamlOf(input, before, current),
      file: file ?? before?.file,
      base,
      version: newVersion(),
      updatedAt: this.#now().toISOString(),
      updatedBy: options.actor,
    };
    await this.#store.save(fabric.name, [{ draft, replaces: before?.version }]);
    return this.get(fabric, resource, signal);
  }

  /** @throws NotFoundError, PreconditionFailedError */
  async remove(
    fabric: FabricDefinition,
    resource: ResourceRef,
    ifMatch: string | undefined,
  ): Promise<void> {
    const before = await this.#store.get(fabric.name, resource);
    if (!before) throw noDraft(resource);
    if (ifMatch !== undefined) seenBy(ifMatch, before);
    const { version } = before;
    const removed = await this.#store.remove(fabric.name, [
      { ...resource, version },
    ]);
    if (removed === 0) throw changedMeanwhile();
  }

  async discard(fabric: string): Promise<number> {
    return this.#store.clear(fabric);
  }

  /**
   * What a commit of drafts would come to, at the newest commit of the branch or at another one.
   *
   * @param options - `resources`: only their drafts; absent = all
   * @throws NotFoundError when one of them has no draft, GitError
   */
  async preview(
    fabric: FabricDefinition,
    options: {
      resources?: readonly ResourceRef[];
      sha?: string;
      signal?: AbortSignal;
    } = {},
  ): Promise<DraftEvaluation> {
    const { resources, signal } = options;
    const drafts = await this.#selected(fabric.name, resources);
    const sha =
      options.sha ?? (await this.#options.content.head(fabric, { signal }));
    return evaluateDrafts(fabric, drafts, sha, this.#options, signal);
  }

  async #selected(
    fabric: string,
    resources: readonly ResourceRef[] | undefined,
  ): Promise<StoredDraft[]> {
    const drafts = await this.#store.list(fabric);
    if (!resources) return drafts;
    const byKey = new Map(drafts.map(draft => [resourceKey(draft), draft]));
    const selected = new Map<string, StoredDraft>();
    for (const resource of resources) {
      const key = resourceKey(resource);
      const draft = byKey.get(key);
      if (!draft) throw noDraft(resource);
      selected.set(key, draft);
    }
    return [...selected.values()];
  }

  async #current(
    fabric: FabricDefinition,
    signal?: AbortSignal,
  ): Promise<DraftEvaluation> {
    const drafts = await this.#store.list(fabric.name);
    if (drafts.length === 0) return nothing;
    const sha = await this.#options.content.known(fabric, signal);
    const key = JSON.stringify([
      sha,
      fabric.repository,
      fabric.path,
      fabric.namespace,
      drafts.map(draft => draft.version),
    ]);
    const held = this.#evaluations.get(fabric.name);
    if (held?.key === key) return held.evaluation;
    // Shared with whoever asks next, so it does not end with this request
    const evaluation = evaluateDrafts(fabric, drafts, sha, this.#options);
    const entry = { key, evaluation };
    this.#evaluations.set(fabric.name, entry);
    try {
      return await evaluation;
    } catch (error) {
      if (this.#evaluations.get(fabric.name) === entry) {
        this.#evaluations.delete(fabric.name);
      }
      throw error;
    }
  }

  async #document(
    fabric: FabricDefinition,
    sha: string,
    resource: ResourceRef,
    signal?: AbortSignal,
  ): Promise<GitDocument | undefined> {
    const { content } = this.#options;
    const key = resourceKey(resource);
    const objects = await content.objects(fabric, sha, signal);
    const found = objects.find(object => resourceKey(object) === key);
    if (!found) return undefined;
    const { texts } = await content.files(
      fabric,
      sha,
      new Set([found.file]),
      signal,
    );
    const inFile = objects.filter(({ file }) => file === found.file);
    return gitDocumentsOf(inFile, texts).get(key);
  }

  async #baseFor(options: {
    fabric: FabricDefinition;
    resource: ResourceRef;
    sha: string;
    current?: GitDocument;
    before?: StoredDraft;
    seen: string | undefined;
    began?: string;
    signal?: AbortSignal;
  }): Promise<StoredDraft['base']> {
    const { current, before, sha, seen, began } = options;
    const now = current && { yaml: current.text, commit: sha };
    if (before) {
      return seen === documentHash(current?.text) ? now : before.base;
    }
    if (began === undefined || began === sha) return now;
    if (!isCommitId(began)) {
      throw new InputError('body.base: that is not a full commit id');
    }
    const { fabric, resource, signal } = options;
    const then = await this.#document(fabric, began, resource, signal);
    return then && { yaml: then.text, commit: began };
  }
}

export interface ChangeServiceOptions extends EvaluationOptions {
  store: DraftStore;
  now: () => Date;
}

export function newVersion(): string {
  return randomBytes(9).toString('base64url');
}

/** @throws InputError for what no document can be of */
export function assertResource({ kind, name }: ResourceRef): void {
  if (!findKind(kind)) {
    throw new InputError(
      `path.kind: '${kind.slice(0, 100)}' is not a kind that CNOC manages`,
    );
  }
  if (!nameForm.test(name)) {
    throw new InputError(
      'path.name: a name is small letters, digits, dashes and dots, at most 253',
    );
  }
}

/**
 * Which of git's documents the caller has seen, by the second half of the etag.
 *
 * @throws PreconditionFailedError
 */
function seenBy(
  ifMatch: string | undefined,
  before: StoredDraft | undefined,
): string | undefined {
  const etag = ifMatch
    ?.trim()
    .replace(/^W\//, '')
    .replace(/^"(.*)"$/, '$1');
  if (etag === '*') return undefined;
  if (etag === undefined) {
    if (before) throw changedMeanwhile();
    return undefined;
  }
  const [version, seen] = etag.split('.');
  if (!before || before.version !== version) throw changedMeanwhile();
  return seen;
}

function yamlOf(
  input: DraftInput,
  before: StoredDraft | undefined,
  current: GitDocument | undefined,
): string | undefined {
  if (input.action === 'delete') return undefined;
  if (input.yaml !== undefined) return input.yaml;
  const object = input.object as unknown as KubernetesObject;
  const text = before?.yaml ?? (current?.isShared ? undefined : current?.text);
  return text === undefined
    ? printYaml(object)
    : editDocument(text, object).text;
}

function viewOf(draft: EvaluatedDraft, sha: string): DraftView {
  return draft.state === 'conflict'
    ? { ...draft, theirs: { yaml: draft.current?.text, commit: sha } }
    : draft;
}

function noDraft({ kind, name }: ResourceRef): NotFoundError {
  return new NotFoundError(`There is no draft of ${kind} '${name}'`);
}
