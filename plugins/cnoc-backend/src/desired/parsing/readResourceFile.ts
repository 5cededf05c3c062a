import { createHash } from 'node:crypto';
import {
  canonicalize,
  controllerKinds,
  Diagnostic,
  findKind,
  hashOf,
  readYaml,
  SourcedObject,
} from '@cnoc/hedgehog';
import { PackedReading, PackedResource } from './PackedReading';
import type { TaskFile } from './tasks';

/** A file of thousands of foreign documents needs no thousand notes. */
const maxNotes = 200;

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

function packed(source: SourcedObject, namespace: string): PackedResource {
  const { file, line } = source;
  const { kind, metadata } = source.object;
  const form = canonicalize({
    ...source.object,
    metadata: { ...metadata, namespace },
  });
  const object = JSON.stringify(source.object);
  const canonical = JSON.stringify(form);
  const digest = createHash('sha256')
    .update(`${file}\n${line}\n${object}\n${canonical}`)
    .digest('hex');
  const { name } = metadata;
  return { kind, name, line, hash: hashOf(form), digest, object, canonical };
}

/** Reads one file for resources of a fabric that lives in `namespace`. */
export function readResourceFile(
  file: TaskFile,
  namespace: string,
): PackedReading {
  const reading: PackedReading = { fatal: [], notes: [], resources: [] };
  const { fatal, notes, resources } = reading;
  const read = readYaml(file.text, { file: file.path });
  for (const diagnostic of read.diagnostics) {
    (diagnostic.severity === 'critical' ? fatal : notes).push(diagnostic);
  }
  for (const source of read.objects) {
    const { kind, apiVersion, metadata } = source.object;
    if (!findKind(kind, apiVersion)) {
      if (notes.length < maxNotes) notes.push(ignoredKind(source));
    } else if (!nameForm.test(metadata.name)) {
      fatal.push(impossibleName(source));
    } else if (metadata.namespace && metadata.namespace !== namespace) {
      fatal.push(otherNamespace(source, namespace));
    } else {
      resources.push(packed(source, namespace));
    }
  }
  fatal.length = Math.min(fatal.length, maxNotes);
  return reading;
}
