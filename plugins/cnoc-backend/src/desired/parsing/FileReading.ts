import type { Diagnostic, SourcedObject } from '@cnoc/hedgehog';
import { DesiredObject } from '../DesiredObject';
import { PackedReading, PackedResource } from './PackedReading';

/** What one file says. */
export interface FileReading {
  /** Each of them refuses the whole file. */
  fatal: Diagnostic[];
  notes: Diagnostic[];
  sources: SourcedObject[];
  /** One for each of `sources`. */
  objects: DesiredObject[];
}

export function unpackResource(
  file: string,
  resource: PackedResource,
): DesiredObject {
  const { kind, name, line, hash } = resource;
  const object = JSON.parse(resource.object);
  const canonical = JSON.parse(resource.canonical);
  return { kind, name, file, line, hash, object, canonical };
}

export function unpackReading(
  file: string,
  { fatal, notes, resources }: PackedReading,
): FileReading {
  const objects = resources.map(resource => unpackResource(file, resource));
  const sources = objects.map(({ object, line }) => ({ object, file, line }));
  return { fatal, notes, sources, objects };
}
