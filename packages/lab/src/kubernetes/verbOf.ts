import type { FaultVerb } from '../faults/Fault';
import type { ResourcePath } from './apiPath';

/** The kind of access a request is, in the words of faults. */
export function verbOf(
  method: string,
  url: URL,
  path: ResourcePath,
): Exclude<FaultVerb, '*' | 'discovery'> {
  if (method === 'DELETE') {
    return 'delete';
  }
  if (method !== 'GET' && method !== 'HEAD') {
    return 'apply';
  }
  if (isTrue(url.searchParams.get('watch'))) {
    return 'watch';
  }
  return path.name === undefined ? 'list' : 'get';
}

export function isTrue(text: string | null): boolean {
  return text === 'true' || text === '1';
}
