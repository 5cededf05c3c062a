import {
  canonicalize,
  controllerKinds,
  Diagnostic,
  findKind,
  hashOf,
  readYaml,
  SourcedObject,
} from '@cnoc/hedgehog';
import { RepositoryFile } from '../repositories';
import { DesiredObject } from './DesiredObject';

/** What one file says; depends on nothing but the file and the fabric's namespace. */
export interface FileReading {
  /** Each of them refuses the whole commit. */
  fatal: Diagnostic[];
  notes: Diagnostic[];
  sources: SourcedObject[];
  /** One for each of `sources`. */
  objects: DesiredObject[];
}

function ignoredKind(source: SourcedObject): Diagnostic {
  const { kind, metadata } = source.object;
  const controlled = controllerKinds.some(known => known.kind === kind);
  return {
    rule: controlled ? 'desired.controllerKind' : 'desired.otherKind',
    severity: controlled ? 'warning' : 'info',
    message: controlled
      ? `${kind} ${metadata.name} is written by Hedgehog's controllers and is left alone.`
      : `${kind} ${metadata.name} is not a kind that CNOC manages and is left alone.`,
    kind,
    name: metadata.name,
    file: source.file,
    line: source.line,
  };
}

/** What a Kubernetes name may be; anything else cannot exist in a cluster (C4). */
const nameForm = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;

function impossibleName(source: SourcedObject): Diagnostic {
  return {
    rule: 'desired.name',
    severity: 'critical',
    message: `A ${source.object.kind} has a name that Kubernetes does not allow.`,
    kind: source.object.kind,
    path: 'metadata.name',
    file: source.file,
    line: source.line,
    hint: 'Use at most 253 small letters, digits, dashes and dots, beginning and ending with a letter or digit.',
  };
}

function otherNamespace(source: SourcedObject, namespace: string): Diagnostic {
  const { kind, metadata } = source.object;
  return {
    rule: 'desired.namespace',
    severity: 'critical',
    message: `${kind} ${metadata.name} names the namespace ${metadata.namespace}, and this fabric lives in ${namespace}.`,
    kind,
    name: metadata.name,
    path: 'metadata.namespace',
    file: source.file,
    line: source.line,
    hint: `Leave metadata.namespace out, or write ${namespace}.`,
  };
}

function desiredOf(source: SourcedObject, namespace: string): DesiredObject {
  const { object, file, line } = source;
  const { kind, metadata } = object;
  const canonical = canonicalize({
    ...object,
    metadata: { ...metadata, namespace },
  });
  const hash = hashOf(canonical);
  return { kind, name: metadata.name, file, line, object, canonical, hash };
}

/** Reads one file for resources of a fabric that lives in `namespace`. */
export function readResourceFile(
  file: RepositoryFile,
  namespace: string,
): FileReading {
  const reading: FileReading = {
    fatal: [],
    notes: [],
    sources: [],
    objects: [],
  };
  const read = readYaml(file.text, { file: file.path });
  for (const diagnostic of read.diagnostics) {
    const list =
      diagnostic.severity === 'critical' ? reading.fatal : reading.notes;
    list.push(diagnostic);
  }
  for (const source of read.objects) {
    const { kind, apiVersion, metadata } = source.object;
    if (!findKind(kind, apiVersion)) {
      reading.notes.push(ignoredKind(source));
    } else if (!nameForm.test(metadata.name)) {
      reading.fatal.push(impossibleName(source));
    } else if (metadata.namespace && metadata.namespace !== namespace) {
      reading.fatal.push(otherNamespace(source, namespace));
    } else {
      reading.sources.push(source);
      reading.objects.push(desiredOf(source, namespace));
    }
  }
  return reading;
}
