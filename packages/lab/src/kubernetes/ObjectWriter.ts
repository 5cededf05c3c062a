import type { KubernetesObject } from '@cnoc/hedgehog';
import type { Admission } from './Admission';
import { applyConfiguration } from './fields/applyConfiguration';
import { applyConflict } from './applyConflict';
import type { FieldActor, FieldManagerEntry } from './fields/managers';
import { identify, type Target } from './identify';
import { trackUpdate } from './fields/trackUpdate';
import { equalJson, isJsonObject, type JsonObject } from './json';
import { jsonPatch } from './jsonPatch';
import { mergePatch } from './mergePatch';
import { withServerMetadata } from './withServerMetadata';
import type { ObjectStore } from './ObjectStore';
import type { ResourceType } from './ResourceType';
import {
  alreadyExists,
  badRequest,
  conflict,
  invalid,
  notFound,
  plainError,
} from './StatusError';

export interface WriteOptions {
  /** Field manager; also what `metadata.managedFields` shows. */
  manager: string;
  dryRun?: boolean;
  force?: boolean;
  subresource?: 'status';
  /** Refuse unknown fields instead of dropping them. */
  strict?: boolean;
  /** When the change is said to have happened; absent = now. */
  at?: Date;
}

export interface WriteResult {
  object: KubernetesObject;
  created: boolean;
}

export interface DeletePreconditions {
  uid?: string;
  resourceVersion?: string;
}

/** What etcd takes in one request by default. */
const MAX_OBJECT_BYTES = 1.5 * 1024 * 1024;

/** Every way to change an object, each through admission, field ownership and preconditions to the store. */
export class ObjectWriter {
  readonly #store: ObjectStore;
  readonly #admission: Admission;
  readonly #now: () => Date;

  constructor(options: {
    store: ObjectStore;
    admission: Admission;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#admission = options.admission;
    this.#now = options.now;
  }

  create(
    type: ResourceType,
    namespace: string | undefined,
    body: JsonObject,
    options: WriteOptions,
  ): WriteResult {
    const object = identify({ type, namespace, name: nameOf(body) }, body);
    const { name } = object.metadata;
    if (object.metadata.resourceVersion) {
      throw plainError(
        'resourceVersion should not be set on objects to be created',
      );
    }
    if (this.#store.get(type, namespace, name)) {
      throw alreadyExists(type, name);
    }
    delete object.status;
    const managers = trackUpdate(undefined, object, this.#actor(type, options));
    return this.#commit(type, undefined, object, managers, options);
  }

  replace(
    target: Target,
    body: JsonObject,
    options: WriteOptions,
  ): WriteResult {
    const live = this.#live(target);
    const object = identify(target, body);
    if (!object.metadata.resourceVersion) {
      // custom resources know no unconditional update
      throw invalid(target.type.kind, target.type.group, target.name, [
        {
          reason: 'FieldValueInvalid',
          message: 'Invalid value: 0: must be specified for an update',
          field: 'metadata.resourceVersion',
        },
      ]);
    }
    if (object.metadata.uid && object.metadata.uid !== live.metadata.uid) {
      throw conflict(
        target.type,
        target.name,
        `Precondition failed: UID in precondition: ${String(
          object.metadata.uid,
        )}, UID in object meta: ${String(live.metadata.uid)}`,
      );
    }
    this.#checkVersion(target, live, object.metadata);
    return this.#update(target, live, object, options);
  }

  patch(
    target: Target,
    strategy: 'merge' | 'json',
    patch: unknown,
    options: WriteOptions,
  ): WriteResult {
    const live = this.#live(target);
    const after =
      strategy === 'json' ? jsonPatch(live, patch) : mergePatch(live, patch);
    if (!isJsonObject(after)) {
      throw badRequest('a merge patch must be an object');
    }
    const object = identify(target, after);
    this.#checkVersion(target, live, object.metadata);
    checkUid(target, live, object.metadata);
    return this.#update(target, live, object, options);
  }

  apply(target: Target, body: JsonObject, options: WriteOptions): WriteResult {
    const configuration = identify(target, body);
    if (isJsonObject(body.metadata) && body.metadata.managedFields) {
      throw badRequest('metadata.managedFields must be nil');
    }
    const live = this.#store.get(target.type, target.namespace, target.name);
    this.#checkVersion(target, live, configuration.metadata);
    checkUid(target, live, configuration.metadata);
    if (!live && (options.subresource || configuration.metadata.uid)) {
      throw options.subresource
        ? notFound(target.type, target.name)
        : conflict(
            target.type,
            target.name,
            `uid mismatch: the provided object specified uid ${String(
              configuration.metadata.uid,
            )}, and no existing object was found`,
          );
    }
    const actor = this.#actor(target.type, options);
    const applied = applyConfiguration(live, configuration, actor, {
      force: options.force === true,
    });
    if (applied.conflicts.length) {
      throw applyConflict(applied.conflicts);
    }
    return this.#commit(
      target.type,
      live,
      applied.object as KubernetesObject,
      applied.managers,
      { ...options, isApply: true },
    );
  }

  /** Removes the object and returns its last state; one with finalizers is only marked, until they are gone. */
  remove(
    target: Target,
    preconditions: DeletePreconditions,
    options: { dryRun?: boolean },
  ): KubernetesObject {
    const live = this.#live(target);
    const { uid, resourceVersion } = live.metadata;
    if (preconditions.uid && preconditions.uid !== uid) {
      throw conflict(
        target.type,
        target.name,
        `the UID in the precondition (${
          preconditions.uid
        }) does not match the UID in record (${String(
          uid,
        )}). The object might have been deleted and then recreated`,
      );
    }
    if (
      preconditions.resourceVersion &&
      preconditions.resourceVersion !== resourceVersion
    ) {
      throw conflict(
        target.type,
        target.name,
        `the ResourceVersion in the precondition (${
          preconditions.resourceVersion
        }) does not match the ResourceVersion in record (${String(
          resourceVersion,
        )}). The object might have been modified`,
      );
    }
    this.#admission.validate({
      type: target.type,
      operation: 'DELETE',
      object: live,
    });
    if (options.dryRun) {
      return live;
    }
    const { finalizers, deletionTimestamp, generation } = live.metadata;
    if (!Array.isArray(finalizers) || finalizers.length === 0) {
      return this.#store.remove(target.type, live);
    }
    return deletionTimestamp
      ? live
      : this.#store.put(target.type, {
          ...live,
          metadata: {
            ...live.metadata,
            deletionGracePeriodSeconds: 0,
            deletionTimestamp: this.#time({}),
            generation: Number(generation) + 1,
          },
        });
  }

  #update(
    target: Target,
    live: KubernetesObject,
    candidate: KubernetesObject,
    options: WriteOptions,
  ): WriteResult {
    const object =
      options.subresource === 'status'
        ? { ...live, status: candidate.status }
        : { ...candidate, status: live.status };
    if (object.status === undefined) {
      delete object.status;
    }
    const managers = trackUpdate(
      ownedAsSaid(live, candidate),
      object,
      this.#actor(target.type, options),
    );
    return this.#commit(target.type, live, object, managers, options);
  }

  /** Admission, server metadata, and the store; a write that changes nothing leaves the object as it was. */
  #commit(
    type: ResourceType,
    live: KubernetesObject | undefined,
    candidate: KubernetesObject,
    managers: FieldManagerEntry[],
    options: WriteOptions & { isApply?: boolean },
  ): WriteResult {
    const operation = live ? 'UPDATE' : 'CREATE';
    const request = {
      type,
      operation,
      old: live,
      isApply: options.isApply,
      isStrict: options.strict,
    } as const;
    const isSpecWrite = options.subresource === undefined;
    const mutated = isSpecWrite
      ? this.#admission.mutate({ ...request, object: candidate })
      : candidate;
    const object = withServerMetadata(
      mutated,
      live,
      managers,
      this.#time(options),
    );
    if (isSpecWrite) {
      this.#admission.validate({ ...request, object });
    }
    if (JSON.stringify(object).length > MAX_OBJECT_BYTES) {
      throw plainError('etcdserver: request is too large');
    }
    if (live && sameButTimes(live, object)) {
      return { object: live, created: false };
    }
    if (options.dryRun) {
      return { object, created: !live };
    }
    const isFinal =
      live?.metadata.deletionTimestamp && !object.metadata.finalizers;
    return {
      object: isFinal
        ? this.#store.remove(type, object)
        : this.#store.put(type, object),
      created: !live,
    };
  }

  #live({ type, namespace, name }: Target): KubernetesObject {
    const live = this.#store.get(type, namespace, name);
    if (!live) {
      throw notFound(type, name);
    }
    return live;
  }

  /** An object that is gone has no version to differ from: a patch then simply makes it anew. */
  #checkVersion(
    { type, name }: Target,
    live: KubernetesObject | undefined,
    { resourceVersion }: KubernetesObject['metadata'],
  ): void {
    if (
      live &&
      resourceVersion &&
      resourceVersion !== live.metadata.resourceVersion
    ) {
      throw conflict(
        type,
        name,
        'the object has been modified; please apply your changes to the latest version and try again',
      );
    }
  }

  #actor(type: ResourceType, options: WriteOptions): FieldActor {
    return {
      manager: options.manager,
      apiVersion: type.apiVersion,
      time: this.#time(options),
      ...(options.subresource ? { subresource: options.subresource } : {}),
    };
  }

  #time(options: { at?: Date }): string {
    return `${(options.at ?? this.#now()).toISOString().slice(0, 19)}Z`;
  }
}

/** In a patch the uid is a field like others: one that may not change. */
function checkUid(
  { type, name }: Target,
  live: KubernetesObject | undefined,
  { uid }: KubernetesObject['metadata'],
): void {
  if (live && uid && uid !== live.metadata.uid) {
    throw invalid(type.kind, type.group, name, [
      {
        reason: 'FieldValueInvalid',
        message: `Invalid value: ${JSON.stringify(uid)}: field is immutable`,
        field: 'metadata.uid',
      },
    ]);
  }
}

function nameOf(body: JsonObject): string {
  const metadata = isJsonObject(body.metadata) ? body.metadata : {};
  return typeof metadata.name === 'string' ? metadata.name : '';
}

/** Owners are what the writer says they are, where it says so; what the write itself changes is tracked on top. */
function ownedAsSaid(
  live: KubernetesObject,
  { metadata: { managedFields } }: KubernetesObject,
): KubernetesObject {
  return Array.isArray(managedFields)
    ? { ...live, metadata: { ...live.metadata, managedFields } }
    : live;
}

function sameButTimes(live: KubernetesObject, next: KubernetesObject): boolean {
  const bare = ({ metadata, ...rest }: KubernetesObject) => ({
    ...rest,
    metadata: {
      ...metadata,
      managedFields: Array.isArray(metadata.managedFields)
        ? metadata.managedFields
            .map(({ time: _, ...entry }: JsonObject) => JSON.stringify(entry))
            .sort()
        : [],
    },
  });
  return equalJson(bare(live), bare(next));
}
