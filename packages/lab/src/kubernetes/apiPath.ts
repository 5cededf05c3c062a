import { typeAt, type ResourceType } from './ResourceType';

export interface ResourcePath {
  type: ResourceType;
  namespace?: string;
  name?: string;
  subresource?: string;
}

/** Reads `/api/v1/…` and `/apis/<group>/<version>/…`; undefined for any path that names no served resource. */
export function parseResourcePath(pathname: string): ResourcePath | undefined {
  const parts = decode(pathname);
  if (!parts) {
    return undefined;
  }
  const depth = parts[0] === 'api' ? 2 : 3;
  if (
    (parts[0] !== 'api' && parts[0] !== 'apis') ||
    parts.length <= depth ||
    parts.length > depth + 5
  ) {
    return undefined;
  }
  const apiVersion = parts.slice(1, depth).join('/');
  const rest = parts.slice(depth);
  if (rest[0] === 'namespaces' && rest.length >= 3) {
    const [, namespace, plural, name, subresource] = rest;
    const type = typeAt(apiVersion, plural);
    return type?.namespaced
      ? { type, namespace, name, subresource }
      : undefined;
  }
  const [plural, name, subresource, ...more] = rest;
  const type = typeAt(apiVersion, plural);
  if (!type || more.length || (type.namespaced && name !== undefined)) {
    return undefined;
  }
  return { type, name, subresource };
}

function decode(pathname: string): string[] | undefined {
  try {
    const parts = pathname.split('/').slice(1).map(decodeURIComponent);
    return parts.every(part => part !== '' && !part.includes('/'))
      ? parts
      : undefined;
  } catch {
    return undefined;
  }
}
