import type { IncomingMessage, ServerResponse } from 'node:http';
import type { KubernetesObject } from '@cnoc/hedgehog';
import type { Faults } from '../faults/Faults';
import { readBody } from '../http/readBody';
import { sendJson } from '../http/sendJson';
import type { ResourcePath } from './apiPath';
import { encodeObject } from './encodeObject';
import { isJsonObject, type JsonObject } from './json';
import { ListPages } from './ListPages';
import type { ObjectStore } from './ObjectStore';
import type { Target } from './identify';
import type { ObjectWriter, WriteResult } from './ObjectWriter';
import { parseBody, parseValue } from './parseBody';
import { countOf, dryRunOf, writeOptionsOf } from './requestOptions';
import { fieldSelector, labelSelector } from './selectors';
import {
  badRequest,
  invalid,
  methodNotAllowed,
  NoSuchPath,
  notFound,
  StatusError,
  unsupportedMediaType,
} from './StatusError';
import { typeOfKind } from './ResourceType';
import { isTrue } from './verbOf';
import { WatchStream } from './WatchStream';

const PATCH_TYPES = [
  'application/json-patch+json',
  'application/merge-patch+json',
  'application/apply-patch+yaml',
] as const;
const BODY_TYPES = ['application/json', 'application/yaml'] as const;
const DEFAULT_WATCH_SECONDS = 30 * 60;

/** Requests on resources: reads from the store, writes through the writer. */
export class ResourceHandler {
  readonly #store: ObjectStore;
  readonly #writer: ObjectWriter;
  readonly #faults: Faults;
  readonly #bookmarkIntervalMs: number;
  readonly #pages = new ListPages();

  constructor(options: {
    store: ObjectStore;
    writer: ObjectWriter;
    faults: Faults;
    bookmarkIntervalMs: number;
  }) {
    this.#store = options.store;
    this.#writer = options.writer;
    this.#faults = options.faults;
    this.#bookmarkIntervalMs = options.bookmarkIntervalMs;
  }

  /** Forgets the lists that `continue` tokens lead through. */
  forgetPages(): void {
    this.#pages.clear();
  }

  async handle(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    path: ResourcePath,
  ): Promise<void> {
    const { type, subresource } = path;
    if (subresource !== undefined && subresource !== 'status') {
      throw new NoSuchPath();
    }
    const method = request.method ?? 'GET';
    if (method === 'GET' || method === 'HEAD') {
      if (isTrue(url.searchParams.get('watch'))) {
        this.#watch(response, url.searchParams, path);
      } else if (path.name === undefined) {
        this.#list(response, url.searchParams, path);
      } else {
        sendJson(response, 200, encodeObject(this.#get(path)));
      }
      return;
    }
    const verb = (
      {
        POST: 'create',
        PUT: 'update',
        PATCH: 'patch',
        DELETE: 'delete',
      } as const
    )[method];
    const onCollection = path.name === undefined;
    if (type.namespaced && path.namespace === undefined) {
      throw new NoSuchPath();
    }
    if (onCollection && (verb === 'update' || verb === 'patch')) {
      throw badRequest('name must be provided');
    }
    if (
      !verb ||
      !type.verbs.includes(verb) ||
      onCollection !== (verb === 'create') ||
      (subresource && verb === 'delete')
    ) {
      throw methodNotAllowed();
    }
    const mediaType = (request.headers['content-type'] ?? 'application/json')
      .split(';')[0]
      .trim();
    const body = await readBody(request);
    const write = { path, query: url.searchParams, mediaType, body };
    if (verb === 'delete') {
      this.#delete(response, write);
      return;
    }
    const agent = request.headers['user-agent'];
    const result = this.#write(verb, write, agent);
    sendJson(response, result.created ? 201 : 200, result.object);
  }

  /** Only what makes an object asks whether its namespace is there; an absent one simply holds nothing. */
  #checkNamespace({ type, namespace }: ResourcePath): void {
    const namespaces = typeOfKind('Namespace');
    if (
      type.namespaced &&
      namespace !== undefined &&
      namespaces &&
      !this.#store.get(namespaces, undefined, namespace)
    ) {
      throw notFound(namespaces, namespace);
    }
  }

  #get({ type, namespace, name }: ResourcePath): KubernetesObject {
    const object = this.#store.get(type, namespace, String(name));
    if (!object) {
      throw notFound(type, String(name));
    }
    return object;
  }

  #list(
    response: ServerResponse,
    query: URLSearchParams,
    { type, namespace }: ResourcePath,
  ): void {
    const limit = countOf(query, 'limit');
    const token = query.get('continue');
    const wanted = countOf(query, 'resourceVersion') ?? 0;
    if (wanted > this.#store.revision) {
      throw tooLargeRevision(wanted, this.#store.revision);
    }
    const page = token
      ? this.#pages.next(token, limit)
      : this.#pages.first(
          this.#store.list(type, namespace).filter(matcherOf(query)),
          this.#store.revision,
          limit,
        );
    const metadata = {
      resourceVersion: String(page.revision),
      ...(page.continue
        ? { continue: page.continue, remainingItemCount: page.remaining }
        : {}),
    };
    sendJson(
      response,
      200,
      `{"apiVersion":${JSON.stringify(type.apiVersion)},"kind":"${
        type.kind
      }List","metadata":${JSON.stringify(metadata)},"items":[${page.items
        .map(encodeObject)
        .join(',')}]}`,
    );
  }

  #watch(
    response: ServerResponse,
    query: URLSearchParams,
    { type, namespace, name }: ResourcePath,
  ): void {
    if (query.has('sendInitialEvents')) {
      checkInitialEvents(query);
    }
    const revision = countOf(query, 'resourceVersion') ?? 0;
    const wantsInitialEvents = isTrue(query.get('sendInitialEvents'));
    const seconds = countOf(query, 'timeoutSeconds') ?? DEFAULT_WATCH_SECONDS;
    new WatchStream(response, this.#store, this.#faults, {
      type,
      namespace,
      name,
      revision: revision === 0 || wantsInitialEvents ? undefined : revision,
      marksInitialEvents: wantsInitialEvents,
      matches: matcherOf(query),
      bookmarks: isTrue(query.get('allowWatchBookmarks')),
      bookmarkIntervalMs: this.#bookmarkIntervalMs,
      timeoutMs: seconds * 1000,
    }).start();
  }

  #write(
    verb: 'create' | 'update' | 'patch',
    { path, query, mediaType, body }: WriteRequest,
    userAgent: string | undefined,
  ): WriteResult {
    const accepted: readonly string[] =
      verb === 'patch' ? PATCH_TYPES : BODY_TYPES;
    if (!accepted.includes(mediaType)) {
      throw unsupportedMediaType(accepted);
    }
    const isApply = mediaType === 'application/apply-patch+yaml';
    const options = {
      ...writeOptionsOf(query, userAgent, verb, isApply ? 'apply' : 'other'),
      ...(path.subresource ? { subresource: 'status' as const } : {}),
    };
    if (verb === 'create' || isApply) {
      this.#checkNamespace(path);
    }
    if (verb === 'create') {
      const object = parseBody(body, mediaType);
      return this.#writer.create(path.type, path.namespace, object, options);
    }
    const target = targetOf(path);
    if (verb === 'update') {
      return this.#writer.replace(target, parseBody(body, mediaType), options);
    }
    if (isApply) {
      return this.#writer.apply(target, parseBody(body, mediaType), options);
    }
    return this.#writer.patch(
      target,
      mediaType === 'application/json-patch+json' ? 'json' : 'merge',
      parseValue(body, mediaType),
      options,
    );
  }

  #delete(
    response: ServerResponse,
    { path, query, mediaType, body }: WriteRequest,
  ): void {
    const options = body ? parseBody(body, mediaType) : {};
    const preconditions = isJsonObject(options.preconditions)
      ? options.preconditions
      : {};
    // Options in the body stand alone: with them, the query says nothing.
    const bodyRun = Array.isArray(options.dryRun)
      ? options.dryRun.map(String)
      : [];
    const dryRun = body ? bodyRun : query.getAll('dryRun');
    const target = targetOf(path);
    const removed = this.#writer.remove(
      target,
      {
        uid: textOf(preconditions, 'uid'),
        resourceVersion: textOf(preconditions, 'resourceVersion'),
      },
      { dryRun: dryRunOf(dryRun, 'DeleteOptions') },
    );
    if (removed.metadata.deletionTimestamp) {
      sendJson(response, 200, removed);
      return;
    }
    sendJson(response, 200, {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Success',
      details: {
        name: target.name,
        group: target.type.group,
        kind: target.type.plural,
        uid: removed.metadata.uid,
      },
    });
  }
}

function checkInitialEvents(query: URLSearchParams): void {
  if (query.get('resourceVersionMatch') !== 'NotOlderThan') {
    throw invalid('ListOptions', 'meta.k8s.io', '', [
      {
        reason: 'FieldValueForbidden',
        message:
          'Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
        field: 'resourceVersionMatch',
      },
    ]);
  }
}

interface WriteRequest {
  path: ResourcePath;
  query: URLSearchParams;
  mediaType: string;
  body: string;
}

function targetOf({ type, namespace, name }: ResourcePath): Target {
  return { type, namespace, name: String(name) };
}

function matcherOf(
  query: URLSearchParams,
): (object: KubernetesObject) => boolean {
  const labels = labelSelector(query.get('labelSelector'));
  const fields = fieldSelector(query.get('fieldSelector'));
  return object => labels(object) && fields(object);
}

function textOf(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  if (value !== undefined && typeof value !== 'string') {
    throw badRequest(`preconditions.${key} must be a string`);
  }
  return value;
}

function tooLargeRevision(wanted: number, current: number): StatusError {
  return new StatusError(
    504,
    'Timeout',
    `Timeout: Too large resource version: ${wanted}, current: ${current}`,
    {
      causes: [
        {
          reason: 'ResourceVersionTooLarge',
          message: 'Too large resource version',
        },
      ],
      retryAfterSeconds: 1,
    },
  );
}
