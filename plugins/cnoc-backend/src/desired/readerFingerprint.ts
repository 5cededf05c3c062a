import { createHash } from 'node:crypto';
import {
  canonicalize,
  jsonSchemaOf,
  kinds,
  readYaml,
  validationRules,
} from '@cnoc/hedgehog';

let fingerprint: string | undefined;

/**
 * Changes when what CNOC makes of a file changes: after an upgrade the same commit may mean something else. Taken from
 * the schemas, the rules, and what defaulting makes of each kind's examples.
 */
export function readerFingerprint(): string {
  fingerprint ??= createHash('sha256')
    .update(
      JSON.stringify([
        validationRules,
        kinds.map(kind => [
          jsonSchemaOf(kind),
          readYaml(kind.example, { file: kind.kind }).objects.map(
            ({ object }) => canonicalize(object),
          ),
        ]),
      ]),
    )
    .digest('hex')
    .slice(0, 16);
  return fingerprint;
}
