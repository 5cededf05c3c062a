import {
  bySeverity,
  lineOf,
  parsePath,
  readYaml,
  validateObject,
  type Diagnostic,
  type KubernetesObject,
} from '@cnoc/hedgehog';

/** @internal */
export type DocumentReading = {
  /** Absent while the text cannot be read */
  object?: KubernetesObject;
  diagnostics: Diagnostic[];
};

/**
 * Reads the text of one resource as the engine will, without asking it. References to other resources are checked when
 * the draft is saved: only the engine knows the whole fabric.
 *
 * @param expected - `name` may be left out while the resource is new
 * @internal
 */
export function readDocument(
  text: string,
  expected: { kind: string; name?: string },
): DocumentReading {
  const { objects, diagnostics } = readYaml(text, { file: 'draft' });
  const wrong = (message: string, path: string, line = 1): Diagnostic => ({
    rule: 'draft.identity',
    severity: 'critical',
    message,
    path,
    line,
  });
  const found = [...diagnostics];
  const [source, ...others] = objects;
  if (!source) {
    if (found.length === 0) {
      found.push(wrong('The text holds no resource.', 'kind'));
    }
    return { diagnostics: found };
  }
  const { object } = source;
  if (others.length > 0) {
    found.push(
      wrong(
        'The text holds more than one resource; a draft is about one.',
        'kind',
        others[0].line,
      ),
    );
  }
  if (object.kind !== expected.kind) {
    found.push(
      wrong(
        `The text is about a ${object.kind}, and this draft about a ${expected.kind}.`,
        'kind',
        source.line,
      ),
    );
    return { diagnostics: found };
  }
  if (expected.name && object.metadata.name !== expected.name) {
    found.push(
      wrong(
        `The text is about ${object.metadata.name}, and this draft about ${expected.name}. To rename means to delete one and add the other.`,
        'metadata.name',
        source.line,
      ),
    );
  }
  for (const problem of validateObject(object)) {
    const { path } = problem;
    const segments = path === undefined ? undefined : parsePath(path);
    const line = segments && lineOf(object, segments);
    found.push({ ...problem, line: line ?? source.line });
  }
  return {
    object,
    diagnostics: found.sort((a, b) => bySeverity(a.severity, b.severity)),
  };
}
