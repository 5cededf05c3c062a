import { KubernetesObject } from '@cnoc/hedgehog';
import { ListPage, WatchEvent } from './ClusterClient';
import { ClusterError } from './ClusterError';
import { statusError } from './statusError';
import { agentKind } from './watchedKinds';

type Json = Record<string, unknown>;

function unreadable(): ClusterError {
  return new ClusterError(
    'malformed',
    'The cluster sent an answer that cannot be read.',
  );
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether an identifier is one that can be compared and stored; a server can send anything. */
function isPlain(value: unknown): boolean {
  return (
    value === undefined ||
    (typeof value === 'string' && /^[\x20-\x7e]{0,253}$/.test(value))
  );
}

/** Parses a JSON object. @throws ClusterError `malformed`; the parser's own message would quote the body */
export function parseJson(text: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw unreadable();
  }
  if (!isJson(value)) {
    throw unreadable();
  }
  return value;
}

/**
 * Makes one item of an answer an object of the kind that was asked for (items of a list carry no kind of their own).
 * An Agent's spec holds credentials of switches: it ends here, before anything could cache, log or store it.
 */
function objectOf(
  value: unknown,
  asked: { kind: string; apiVersion: string },
): KubernetesObject {
  const metadata = isJson(value) ? value.metadata : undefined;
  if (
    !isJson(value) ||
    !isJson(metadata) ||
    typeof metadata.name !== 'string' ||
    metadata.name === '' ||
    !isPlain(metadata.name) ||
    !isPlain(metadata.uid) ||
    !isPlain(metadata.resourceVersion)
  ) {
    throw unreadable();
  }
  const object = {
    ...value,
    kind: asked.kind,
    apiVersion: asked.apiVersion,
  } as unknown as KubernetesObject;
  if (asked.kind === agentKind) {
    delete object.spec;
    // An apply by kubectl leaves a copy of the spec here.
    const annotations = object.metadata.annotations;
    if (annotations) {
      delete annotations['kubectl.kubernetes.io/last-applied-configuration'];
    }
  }
  return object;
}

export function parseObject(
  text: string,
  asked: { kind: string; apiVersion: string },
): KubernetesObject {
  return objectOf(parseJson(text), asked);
}

export function parseList(
  text: string,
  asked: { kind: string; apiVersion: string },
): ListPage {
  const { items, metadata } = parseJson(text);
  if (!isJson(metadata) || typeof metadata.resourceVersion !== 'string') {
    throw unreadable();
  }
  if (items !== null && items !== undefined && !Array.isArray(items)) {
    throw unreadable();
  }
  return {
    items: ((items as unknown[] | null | undefined) ?? []).map(item =>
      objectOf(item, asked),
    ),
    resourceVersion: metadata.resourceVersion,
    ...(typeof metadata.continue === 'string' &&
      metadata.continue !== '' && { continue: metadata.continue }),
  };
}

/** @throws ClusterError for an ERROR event (410 = `gone`), too */
export function parseWatchEvent(
  line: string,
  asked: { kind: string; apiVersion: string },
): WatchEvent {
  const { type, object } = parseJson(line);
  if (type === 'ERROR') {
    const code = isJson(object) ? Number(object.code) : NaN;
    throw statusError(code || 500, JSON.stringify(object ?? {}));
  }
  if (type === 'BOOKMARK') {
    const metadata = isJson(object) ? object.metadata : undefined;
    const version = isJson(metadata) ? metadata.resourceVersion : undefined;
    if (typeof version !== 'string') {
      throw unreadable();
    }
    return { type, resourceVersion: version };
  }
  if (type === 'ADDED' || type === 'MODIFIED' || type === 'DELETED') {
    return { type, object: objectOf(object, asked) };
  }
  throw unreadable();
}
