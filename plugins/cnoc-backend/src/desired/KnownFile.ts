import type { Diagnostic } from '@cnoc/hedgehog';
import type { PackedResource } from './parsing/PackedReading';

/** A resource that a file holds; with its objects as long as those are not stored. */
export type KnownResource = Pick<
  PackedResource,
  'kind' | 'name' | 'line' | 'hash' | 'digest'
> & { packed?: PackedResource };

/** What a file said when it was read: at the same path the same content says the same again. */
export interface KnownFile {
  /** From the root of the repository. */
  path: string;
  /** Id of the content. */
  oid: string;
  fatal: Diagnostic[];
  notes: Diagnostic[];
  resources: KnownResource[];
  /** Not all of its resources count, and which ones depends on other files: it has to be read again. */
  isPartial?: boolean;
}

/** By {@link fileId}. */
export type KnownFiles = ReadonlyMap<string, KnownFile>;

export function fileId(file: { path: string; oid: string }): string {
  return `${file.oid} ${file.path}`;
}

export function resourceKey(resource: { kind: string; name: string }): string {
  return `${resource.kind}/${resource.name}`;
}

/** As it is stored: without objects, and, when it has to be read again, under an id that no content has. */
export function stored(file: KnownFile): KnownFile {
  const { path, fatal, notes } = file;
  if (!file.isPartial && !file.resources.some(({ packed }) => packed)) {
    return file;
  }
  const resources = file.resources.map(
    ({ packed: _packed, ...resource }) => resource,
  );
  const oid = file.isPartial ? '' : file.oid;
  return { path, oid, fatal, notes, resources };
}
