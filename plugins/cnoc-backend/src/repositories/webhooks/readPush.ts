import type { IncomingHttpHeaders } from 'node:http';
import { InputError } from '@backstage/errors';

/** What a genuine delivery says, as far as CNOC cares. */
export type Delivery =
  | { kind: 'push'; branches: string[] }
  | { kind: 'ping' }
  | { kind: 'other'; event: string };

type Fields = Record<string, unknown>;

/** Hosts list at most a few thousand, whatever was pushed */
const MOST_COMMITS = 5_000;
const MOST_CHANGES = 1_000;
const EVENT_HEADERS = [
  'x-github-event',
  'x-gitea-event',
  'x-forgejo-event',
  'x-gogs-event',
  'x-gitlab-event',
  'x-event-key',
];

/**
 * Reads a delivery whose sender has proven itself. Of a push only the names of its branches count: what is fetched is
 * what was registered (case W5).
 *
 * @throws InputError for a body that no host sends
 */
export function readPush(headers: IncomingHttpHeaders, body: Buffer): Delivery {
  const payload = parse(headers, body);
  const event = eventOf(headers, payload);
  switch (event.toLowerCase()) {
    case 'ping':
    case 'diagnostics:ping':
      return { kind: 'ping' };
    case 'push':
    case 'push hook':
      return { kind: 'push', branches: branchOf(payload) };
    case 'repo:push':
      return { kind: 'push', branches: cloudBranches(payload) };
    case 'repo:refs_changed':
      return { kind: 'push', branches: serverBranches(payload) };
    case 'git.push':
      return { kind: 'push', branches: azureBranches(payload) };
    default:
      return { kind: 'other', event: event.slice(0, 60) };
  }
}

function parse(headers: IncomingHttpHeaders, body: Buffer): Fields {
  let text = body.toString('utf8');
  const type = String(headers['content-type'] ?? '');
  if (/^application\/x-www-form-urlencoded/i.test(type)) {
    text = new URLSearchParams(text).get('payload') ?? '';
  }
  let payload: unknown;
  try {
    payload = JSON.parse(text);
  } catch {
    throw malformed('it is not JSON');
  }
  return fields(payload, 'it is not an object');
}

function eventOf(headers: IncomingHttpHeaders, payload: Fields): string {
  for (const name of EVENT_HEADERS) {
    const value = headers[name];
    if (typeof value === 'string') return value;
  }
  const { eventType } = payload;
  if (typeof eventType === 'string') return eventType;
  throw malformed('it does not say which event it is');
}

/** GitHub, GitLab, Gitea. */
function branchOf(payload: Fields): string[] {
  list(payload.commits, 'commits', MOST_COMMITS);
  return branches([payload.ref]);
}

function cloudBranches(payload: Fields): string[] {
  const push = fields(payload.push, 'push is missing');
  const changes = list(push.changes, 'push.changes', MOST_CHANGES);
  return changes.flatMap(change => {
    const { new: after, old: before } = fields(change, 'a change is empty');
    // A branch that is deleted has no new state, one that is made no old one
    const side = fields(after ?? before, 'a change is empty');
    if (typeof side.name !== 'string') throw malformed('a branch has no name');
    return side.type === 'branch' ? [side.name] : [];
  });
}

function serverBranches(payload: Fields): string[] {
  const changes = list(payload.changes, 'changes', MOST_CHANGES);
  return branches(
    changes.map(change => {
      const { ref } = fields(change, 'a change is empty');
      return fields(ref, 'a change has no ref').id;
    }),
  );
}

function azureBranches(payload: Fields): string[] {
  const resource = fields(payload.resource, 'resource is missing');
  const updates = list(resource.refUpdates, 'refUpdates', MOST_CHANGES);
  return branches(
    updates.map(update => fields(update, 'an update is empty').name),
  );
}

/** Tags and other refs are no branches, and no fault. */
function branches(refs: unknown[]): string[] {
  return refs.flatMap(ref => {
    if (typeof ref !== 'string' || !ref.startsWith('refs/')) {
      throw malformed('ref is not the name of a branch');
    }
    return ref.startsWith('refs/heads/')
      ? [ref.slice('refs/heads/'.length)]
      : [];
  });
}

function fields(value: unknown, fault: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw malformed(fault);
  }
  return value as Fields;
}

function list(value: unknown, name: string, most: number): unknown[] {
  if (!Array.isArray(value)) throw malformed(`${name} is not a list`);
  if (value.length > most) {
    throw malformed(`${name} lists more than ${most}`);
  }
  return value;
}

function malformed(why: string): InputError {
  return new InputError(`The delivery cannot be read: ${why}`);
}
