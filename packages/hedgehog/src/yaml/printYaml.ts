import { Document, Scalar, visit } from 'yaml';
import { KubernetesObject } from '../model/KubernetesObject';
import { resolvePlain } from './resolveScalar';

const firstKeys = ['apiVersion', 'kind', 'metadata', 'spec'];

/**
 * Prints an object as YAML with a stable order of top-level keys: apiVersion, kind, metadata, spec, then the rest as
 * they come. Texts that kubectl would read as something else (`no`, `012`) are quoted.
 */
export function printYaml(object: KubernetesObject): string {
  const ordered: Record<string, unknown> = {};
  for (const key of firstKeys) {
    if (object[key] !== undefined) ordered[key] = object[key];
  }
  for (const key of Object.keys(object)) {
    if (!firstKeys.includes(key) && object[key] !== undefined)
      ordered[key] = object[key];
  }
  const document = new Document(ordered, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string' && needsQuotes(node.value)) {
        node.type = Scalar.QUOTE_DOUBLE;
      }
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** The library quotes for YAML 1.2; kubectl reads 1.1, so what 1.1 would not read back as this text is quoted too. */
function needsQuotes(value: string): boolean {
  if (value === '<<' || value === '=') return true;
  try {
    return (
      resolvePlain(value) !== value ||
      (/^[-+.]?[0-9]/.test(value) && /^[-+.0-9_xXoObBeEa-fA-F]+$/.test(value))
    );
  } catch {
    return true;
  }
}
