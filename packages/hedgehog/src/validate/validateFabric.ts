import { findKind } from '../kinds';
import { Reference } from '../kinds/Kind';
import { Diagnostic } from '../model/Diagnostic';
import { SourcedObject } from '../model/KubernetesObject';
import { parsePath } from '../model/path';
import { findCycles } from '../references/findCycles';
import { keyOf, ReferenceIndex } from '../references/ReferenceIndex';
import { referencesOf } from '../references/referencesOf';
import { lineOf } from '../yaml/positions';
import { problemsOf, toDiagnostic } from './validateObject';

export interface FabricValidation {
  /**
   * The objects are everything there is, cluster included: a reference that points nowhere is then `critical`. Otherwise
   * the target may live in another repository or only in the cluster, and it is a `warning` when there are objects of the
   * target's kind here (a typing error is likely), an `info` when there are none.
   */
  isComplete?: boolean;
}

/** Written by the gateway controller in every fabric with gateways. */
const alwaysThere = new Set(['GatewayGroup/default']);

/** Checks every object for itself, and all together: duplicates, references that point nowhere, circles. */
export function validateFabric(
  objects: readonly SourcedObject[],
  options: FabricValidation = {},
): Diagnostic[] {
  const index = ReferenceIndex.of(objects.map(({ object }) => object));
  const kindsHere = new Set(objects.map(({ object }) => object.kind));
  const first = new Map<string, SourcedObject>();
  const diagnostics: Diagnostic[] = [];
  for (const source of objects) {
    const { object } = source;
    for (const problem of problemsOf(object))
      diagnostics.push(located(toDiagnostic(object, problem), source));
    if (!findKind(object.kind, object.apiVersion)) continue;
    const key = keyOf({ kind: object.kind, name: object.metadata.name });
    const other = first.get(key);
    if (other) diagnostics.push(duplicate(source, other));
    else first.set(key, source);
    for (const reference of referencesOf(object)) {
      if (
        reference.external ||
        index.has(reference) ||
        alwaysThere.has(keyOf(reference))
      )
        continue;
      diagnostics.push(
        located(
          pointsNowhere(source, reference, severityOf(reference)),
          source,
        ),
      );
    }
  }
  for (const cycle of findCycles(
    [...first.values()].map(({ object }) => object),
  )) {
    const source = first.get(keyOf(cycle[0])) as SourcedObject;
    diagnostics.push(
      located(
        {
          rule: 'reference.cycle',
          severity: 'warning',
          message: `${cycle
            .map(({ kind, name }) => `${kind} ${name}`)
            .join(
              ', ',
            )} refer to each other: none can be created before the others.`,
          kind: cycle[0].kind,
          name: cycle[0].name,
        },
        source,
      ),
    );
  }
  return diagnostics;

  function severityOf(reference: Reference): Diagnostic['severity'] {
    if (options.isComplete) return 'critical';
    return kindsHere.has(reference.kind) ? 'warning' : 'info';
  }
}

function located(
  diagnostic: Diagnostic,
  { object, file, line }: SourcedObject,
): Diagnostic {
  const path =
    diagnostic.path === undefined ? undefined : parsePath(diagnostic.path);
  return { ...diagnostic, file, line: (path && lineOf(object, path)) ?? line };
}

function duplicate(
  { object, file, line }: SourcedObject,
  other: SourcedObject,
): Diagnostic {
  const { kind } = object;
  const { name } = object.metadata;
  return {
    rule: 'object.duplicate',
    severity: 'critical',
    message: `${kind} ${name} is written twice: in ${other.file}, line ${other.line}, and in ${file}, line ${line}.`,
    kind,
    name,
    file,
    line,
    hint: 'Keep one of the two.',
  };
}

function pointsNowhere(
  { object }: SourcedObject,
  { kind, name, path }: Reference,
  severity: Diagnostic['severity'],
): Diagnostic {
  return {
    rule: 'reference.missing',
    severity,
    message: `${object.kind} ${object.metadata.name} refers to ${kind} ${name}, which is not here.`,
    kind: object.kind,
    name: object.metadata.name,
    path,
    hint: `Add the ${kind}, or mend the name.`,
  };
}
