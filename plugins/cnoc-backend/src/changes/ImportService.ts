import { createHash, randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  ConflictError,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type {
  ImportRequest,
  ImportResult,
  ResourceRef,
} from '@cnoc/backstage-plugin-cnoc-common';
import { editDocument, findKind, printYaml } from '@cnoc/hedgehog';
import type { DesiredObject } from '../desired';
import type { ResourceParser } from '../desired/parsing/ResourceParser';
import { unknownOf } from '../drift/DriftService';
import { notServedOf } from '../drift/notServedOf';
import { resourceKey } from '../drift/resourceKey';
import type { FabricDefinition } from '../fabrics/FabricDefinition';
import type { LiveObject, LiveService } from '../live';
import type { ChangeRequestStore } from './ChangeRequestStore';
import { newVersion } from './ChangeService';
import type { DraftStore, DraftWrite } from './DraftStore';
import type { FabricContent } from './FabricContent';
import { checkedFile } from './filePlace';
import { gitDocumentsOf, type GitDocument } from './GitDocument';
import { invalidItem, type ImportItem } from './ImportItem';
import { mergeCanonical, withoutNamespace } from './mergeCanonical';
import { filesOfDrafts, placeDrafts } from './PlacedDraft';
import { readUpload, type UploadedDocument } from './readUpload';
import { maxDrafts, type StoredDraft } from './StoredDraft';

/** Changing a document in its own lines takes milliseconds. */
const perTurn = 5;
const maxItems = 10_000;

/** What git has, for resources that come in. */
interface Inventory {
  sha: string;
  objects: readonly DesiredObject[];
  byKey: ReadonlyMap<string, DesiredObject>;
  documents: ReadonlyMap<string, GitDocument>;
}

/** Makes drafts of what a cluster has, or of YAML that somebody uploads. Commits nothing. */
export class ImportService {
  readonly #options: ImportServiceOptions;

  private constructor(options: ImportServiceOptions) {
    this.#options = options;
  }

  static create(options: ImportServiceOptions): ImportService {
    return new ImportService(options);
  }

  /**
   * A verdict for each resource; drafts for those to create or update, all or none, unless it is a dry run.
   *
   * @throws InputError, ConflictError when there would be too many drafts, ServiceUnavailableError while the cluster
   *   cannot be read
   */
  async import(
    fabric: FabricDefinition,
    request: ImportRequest,
    options: { actor: string; idempotencyKey?: string; signal?: AbortSignal },
  ): Promise<ImportResult> {
    const { requests, now } = this.#options;
    const { actor, idempotencyKey: key } = options;
    if (key === undefined || request.dryRun) {
      return this.#import(fabric, request, options);
    }
    const requestHash = createHash('sha256')
      .update(JSON.stringify(request))
      .digest('hex');
    const earlier = await requests.find<never, ImportResult>(
      fabric.name,
      actor,
      { key, requestHash },
    );
    if (earlier?.result) return earlier.result;
    const result = await this.#import(fabric, request, options);
    await requests.insert({
      id: randomUUID(),
      fabric: fabric.name,
      operation: 'import',
      state: 'done',
      createdAt: now().toISOString(),
      createdBy: actor,
      idempotencyKey: key,
      requestHash,
      result,
    });
    return result;
  }

  async #import(
    fabric: FabricDefinition,
    request: ImportRequest,
    options: { actor: string; signal?: AbortSignal },
  ): Promise<ImportResult> {
    const { signal, actor } = options;
    const file =
      request.file === undefined
        ? undefined
        : checkedFile(request.file, fabric.path);
    const inventory = await this.#inventory(fabric, signal);
    const items =
      request.source === 'upload'
        ? await this.#fromUpload(fabric, request, inventory, signal)
        : await this.#fromCluster(fabric, request, inventory);
    if (items.length > maxItems) {
      throw new InputError(
        `body: that is more than ${maxItems} resources at once; import in parts`,
      );
    }
    const drafts = await this.#options.store.list(fabric.name);
    const held = new Map(drafts.map(draft => [resourceKey(draft), draft]));
    const judged = items.map(item => guarded(item, held, actor));
    const writes = judged.flatMap(item =>
      this.#writeOf(item, { file, inventory, held, actor }),
    );
    const fresh = writes.filter(({ replaces }) => !replaces).length;
    if (held.size + fresh > maxDrafts) {
      throw new ConflictError(
        `The fabric would have more than ${maxDrafts} drafts; commit or discard some first`,
      );
    }
    const files = await this.#filesFor(fabric, writes, inventory, signal);
    if (!request.dryRun) await this.#options.store.save(fabric.name, writes);
    const count = (verdict: ImportItem['verdict']) =>
      judged.filter(item => item.verdict === verdict).length;
    return {
      saved: request.dryRun ? 0 : writes.length,
      counts: {
        create: count('create'),
        update: count('update'),
        same: count('same'),
        invalid: count('invalid'),
      },
      items: judged.map(({ yaml: _yaml, ...item }) => {
        const { kind, name } = item;
        const place =
          kind === undefined || name === undefined
            ? undefined
            : files.get(resourceKey({ kind, name }));
        return item.verdict === 'invalid' || place === undefined
          ? item
          : { ...item, file: place };
      }),
    };
  }

  async #inventory(
    fabric: FabricDefinition,
    signal?: AbortSignal,
  ): Promise<Inventory> {
    const { content } = this.#options;
    const sha = await content.known(fabric, signal);
    const objects = await content.objects(fabric, sha, signal);
    const { texts } = await content.files(
      fabric,
      sha,
      new Set(objects.map(({ file }) => file)),
      signal,
    );
    return {
      sha,
      objects,
      byKey: new Map(objects.map(one => [resourceKey(one), one])),
      documents: gitDocumentsOf(objects, texts),
    };
  }

  async #fromUpload(
    fabric: FabricDefinition,
    request: ImportRequest,
    inventory: Inventory,
    signal?: AbortSignal,
  ): Promise<ImportItem[]> {
    if (request.yaml === undefined) {
      throw new InputError('body.yaml: an upload needs its text');
    }
    const uploaded = await readUpload(
      { text: request.yaml, fileName: request.fileName ?? 'upload.yaml' },
      { parser: this.#options.parser, namespace: fabric.namespace, signal },
    );
    const items: ImportItem[] = [];
    for (const one of uploaded) {
      if (items.length % perTurn === perTurn - 1) await nextTurn();
      items.push('object' in one ? uploadItem(one, inventory) : one);
    }
    return items;
  }

  async #fromCluster(
    fabric: FabricDefinition,
    request: ImportRequest,
    inventory: Inventory,
  ): Promise<ImportItem[]> {
    const snapshot = await this.#options.live.snapshot(fabric);
    const unknown = unknownOf(snapshot);
    if (unknown === 'all') {
      throw new ServiceUnavailableError(
        'The cluster cannot be read now, so it is not known what it has; test the connection of the fabric',
      );
    }
    // Of a kind that the cluster does not have there is nothing to import
    const notServed = notServedOf(snapshot);
    const unread = (request.kinds ?? []).find(
      kind => unknown.has(kind) && !notServed.has(kind),
    );
    if (unread) {
      throw new ServiceUnavailableError(
        `The cluster does not let CNOC list the kind ${unread}`,
      );
    }
    const wanted =
      request.resources && new Set(request.resources.map(resourceKey));
    const kinds = request.kinds && new Set(request.kinds);
    const objects = snapshot.objects.filter(
      object =>
        findKind(object.kind) &&
        !object.deleting &&
        !unknown.has(object.kind) &&
        (!wanted || wanted.has(resourceKey(object))) &&
        (!kinds || kinds.has(object.kind)),
    );
    const missing = request.resources?.find(
      ref => !objects.some(object => resourceKey(object) === resourceKey(ref)),
    );
    if (missing && objects.length < (wanted?.size ?? 0)) {
      throw new InputError(
        `body.resources: the cluster has no ${missing.kind} '${missing.name}' that could be imported`,
      );
    }
    const items: ImportItem[] = [];
    for (const object of objects) {
      if (items.length % perTurn === perTurn - 1) await nextTurn();
      items.push(liveItem(object, inventory));
    }
    return items;
  }

  #writeOf(
    { kind, name, yaml, verdict }: ImportItem,
    options: {
      file?: string;
      inventory: Inventory;
      held: ReadonlyMap<string, StoredDraft>;
      actor: string;
    },
  ): DraftWrite[] {
    const { inventory, held, actor, file } = options;
    const isKept = verdict === 'create' || verdict === 'update';
    if (!isKept || !kind || !name || yaml === undefined) return [];
    const key = resourceKey({ kind, name });
    const document = inventory.documents.get(key);
    const draft: StoredDraft = {
      kind,
      name,
      action: 'write',
      yaml,
      file: inventory.byKey.has(key) ? undefined : file,
      base: document && { yaml: document.text, commit: inventory.sha },
      version: newVersion(),
      updatedAt: this.#options.now().toISOString(),
      updatedBy: actor,
    };
    return [{ draft, replaces: held.get(key)?.version }];
  }

  /** Where the drafts put their documents, by resource key; for what git has, where it is. */
  async #filesFor(
    fabric: FabricDefinition,
    writes: readonly DraftWrite[],
    { sha, objects }: Inventory,
    signal?: AbortSignal,
  ): Promise<Map<string, string>> {
    const drafts = writes.map(({ draft }) => draft);
    const files = await this.#options.content.files(
      fabric,
      sha,
      filesOfDrafts(drafts, objects, fabric.path),
      signal,
    );
    const folder = fabric.path;
    return new Map([
      ...objects.map((one): [string, string] => [resourceKey(one), one.file]),
      ...placeDrafts({ drafts, objects, files, folder }).map(
        ({ draft, file }): [string, string] => [resourceKey(draft), file],
      ),
    ]);
  }
}

export interface ImportServiceOptions {
  store: DraftStore;
  requests: ChangeRequestStore;
  content: FabricContent;
  parser: ResourceParser;
  live: Pick<LiveService, 'snapshot'>;
  now: () => Date;
}

function uploadItem(
  { object, line, yaml, hasComments, diagnostics }: UploadedDocument,
  { byKey, documents }: Inventory,
): ImportItem {
  const { kind, name } = object;
  const key = resourceKey(object);
  const item = { kind, name, line, diagnostics };
  const inGit = byKey.get(key);
  if (!inGit) return { ...item, verdict: 'create', yaml };
  if (inGit.hash === object.hash) return { ...item, verdict: 'same' };
  const document = documents.get(key);
  // An upload that explains itself is taken as it is; else git's explanations are kept
  if (hasComments || !document || document.isShared) {
    return { ...item, verdict: 'update', yaml };
  }
  const wanted = withNamespaceAs(inGit.object, object.object);
  const { text } = editDocument(document.text, wanted);
  return { ...item, verdict: 'update', yaml: text };
}

function liveItem(object: LiveObject, inventory: Inventory): ImportItem {
  const { kind, name } = object;
  const key = resourceKey(object);
  const inGit = inventory.byKey.get(key);
  const item = { kind, name, diagnostics: [] };
  if (!inGit) {
    const yaml = printYaml(withoutNamespace(object.canonical));
    return { ...item, verdict: 'create', yaml };
  }
  if (inGit.hash === object.hash) return { ...item, verdict: 'same' };
  const merged = mergeCanonical(inGit, object.canonical);
  const document = inventory.documents.get(key);
  const yaml =
    document && !document.isShared
      ? editDocument(document.text, merged).text
      : printYaml(merged);
  return { ...item, verdict: 'update', yaml };
}

/** What somebody else is working on is not overwritten by an import. */
function guarded(
  item: ImportItem,
  held: ReadonlyMap<string, StoredDraft>,
  actor: string,
): ImportItem {
  const { kind, name, line, verdict } = item;
  if (verdict === 'invalid' || verdict === 'same' || !kind || !name) {
    return item;
  }
  const draft = held.get(resourceKey({ kind, name } as ResourceRef));
  return draft && draft.updatedBy !== actor
    ? invalidItem(
        { kind, name, line },
        {
          rule: 'import.draftExists',
          severity: 'critical',
          message: `${draft.updatedBy} has a draft of ${kind} ${name}.`,
          kind,
          name,
          hint: 'Commit or discard that draft first.',
        },
      )
    : item;
}

/** Whether the namespace is written out is git's choice; it says the same. */
function withNamespaceAs(
  git: DesiredObject['object'],
  uploaded: DesiredObject['object'],
): DesiredObject['object'] {
  const { namespace: _namespace, ...metadata } = uploaded.metadata;
  const { namespace } = git.metadata;
  return {
    ...uploaded,
    metadata: {
      ...metadata,
      ...(namespace && { namespace }),
    } as typeof uploaded.metadata,
  };
}
