import { createHash } from 'node:crypto';

export type GitObjectType = 'commit' | 'tree' | 'blob';

/** An object that is to be sent to a remote. */
export interface GitObject {
  type: GitObjectType;
  oid: string;
  content: Uint8Array;
}

/** @param oidLength - hex digits of an id in this repository: 40 for SHA-1, 64 for SHA-256 */
export function gitObject(
  type: GitObjectType,
  content: Uint8Array,
  oidLength: number,
): GitObject {
  const oid = createHash(oidLength === 64 ? 'sha256' : 'sha1')
    .update(`${type} ${content.length}\0`)
    .update(content)
    .digest('hex');
  return { type, oid, content };
}
