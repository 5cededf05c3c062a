import { kindOf } from '../kinds';
import { Problem, Reference } from '../kinds/Kind';
import { isSince } from '../kinds/releaseOrder';
import { Subject } from '../kinds/ValidationRule';
import { Diagnostic } from '../model/Diagnostic';
import { KubernetesObject, SourcedObject } from '../model/KubernetesObject';
import { parsePath } from '../model/path';
import { Severity } from '../model/Severity';
import { findCycles } from '../references/findCycles';
import { keyOf } from '../references/ReferenceIndex';
import { referencesOf } from '../references/referencesOf';
import { lineOf } from '../yaml/positions';
import { FabricIndex, subjectOf } from './FabricIndex';
import { FabricSettings } from './FabricSettings';
import { rulesOfFabric } from './kindRules';
import { Statements } from './Statements';
import { unchecked } from './unchecked';
import { ObjectValidation, problemsOf, toDiagnostic } from './validateObject';

/** How a fabric is checked. */
export interface FabricValidation extends ObjectValidation {
  /**
   * The objects are everything there is, cluster included: a reference that points nowhere is then `critical`. Otherwise
   * the target may live in another repository or only in the cluster, and it is a `warning` when there are objects of the
   * target's kind here (a typing error is likely), and unchecked (an `info` for all of that kind) when there are none.
   */
  isComplete?: boolean;
  /**
   * What the installer of this fabric decided; upstream's defaults fill the gaps. Without it the defaults are assumed,
   * and what runs into them is only a `warning`.
   */
  settings?: Partial<FabricSettings>;
  /** SwitchProfile objects at hand, in addition to those among the objects. */
  profiles?: Iterable<KubernetesObject>;
  /** The objects before the change, such as those in the cluster, for what Hedgehog does not let change. */
  before?: Iterable<KubernetesObject>;
}

/** Written by the gateway controller in every fabric with gateways. */
const alwaysThere = new Set(['GatewayGroup/default']);

/**
 * Checks every object for itself, and all together: duplicates, references that point nowhere, circles, and every rule
 * that looks beyond one object. Takes time linear in the number of objects (but for sorting their networks). What cannot
 * be known from what is at hand is said once for each sort of gap, by diagnostics whose rule ends in `unchecked`.
 */
export function validateFabric(
  objects: readonly SourcedObject[],
  options: FabricValidation = {},
): Diagnostic[] {
  const { without } = options;
  const index = new FabricIndex(options);
  const diagnostics: Diagnostic[] = [];
  const subjects: (Subject | undefined)[] = [];
  const firsts: SourcedObject[] = [];
  const twice = new Set<Subject>();
  for (const source of objects) {
    const { object } = source;
    if (object.kind === 'SwitchProfile') index.addProfile(object);
    const kind = kindOf(object);
    const subject = kind && subjectOf(object, kind);
    subjects.push(subject);
    if (!subject) continue;
    if (index.add(subject)) firsts.push(source);
    else twice.add(subject);
  }
  const sources = sourcesByKey(firsts);
  const missing = new Map<string, number>();
  const kindGraph = new Map<string, Set<string>>();
  for (let place = 0; place < objects.length; place += 1) {
    const source = objects[place];
    const subject = subjects[place];
    const { object } = source;
    const problems: Problem[] = problemsOf(object, options, subject);
    if (subject) {
      const other = twice.has(subject) && sources().get(keyOf(subject));
      if (other && without !== 'object.duplicate')
        diagnostics.push(duplicate(source, other));
      const statements = new Statements(problems);
      for (const rule of rulesOfFabric.get(subject.kind) ?? []) {
        if (rule.id !== without && isSince(index.release, rule.since))
          rule.ask(subject, index, statements.by(rule.id, severityOf(rule)));
      }
      checkReferences(subject, problems);
    }
    for (const problem of problems) {
      if (problem.rule !== without)
        diagnostics.push(
          located(toDiagnostic(object, problem), problem, source),
        );
    }
  }
  diagnostics.push(
    ...circles(firsts, sources, kindsInCircles(kindGraph)),
    ...unchecked(index, missing),
  );
  return without === undefined
    ? diagnostics
    : diagnostics.filter(({ rule }) => rule !== without);

  function checkReferences(subject: Subject, problems: Problem[]) {
    let targets = kindGraph.get(subject.kind);
    if (!targets) {
      targets = new Set();
      kindGraph.set(subject.kind, targets);
    }
    for (const reference of referencesOf(subject.object)) {
      const { kind, name } = reference;
      targets.add(kind);
      if (
        reference.external ||
        index.get(kind, name) ||
        alwaysThere.has(keyOf(reference))
      )
        continue;
      if (options.isComplete || index.all(kind).length > 0)
        problems.push(
          pointsNowhere(
            subject,
            reference,
            options.isComplete ? 'critical' : 'warning',
          ),
        );
      else missing.set(kind, (missing.get(kind) ?? 0) + 1);
    }
  }

  function severityOf(rule: { severity: Severity; isAssumed?: boolean }) {
    return rule.isAssumed && options.settings === undefined
      ? 'warning'
      : rule.severity;
  }
}

function located(
  diagnostic: Diagnostic,
  { path }: Problem,
  { object, file, line }: SourcedObject,
): Diagnostic {
  diagnostic.file = file;
  diagnostic.line = lineOf(object, path) ?? line;
  return diagnostic;
}

/** Only objects of kinds that refer to each other in a circle can do so themselves, and those are few. */
function kindsInCircles(
  graph: ReadonlyMap<string, ReadonlySet<string>>,
): Set<string> {
  const inCircles = new Set<string>();
  for (const kind of graph.keys()) {
    const reached = new Set(graph.get(kind));
    for (const next of reached)
      for (const target of graph.get(next) ?? []) reached.add(target);
    if (reached.has(kind)) inCircles.add(kind);
  }
  return inCircles;
}

/** The first source of each object by key: asked for only where something is wrong. */
function sourcesByKey(
  firsts: readonly SourcedObject[],
): () => ReadonlyMap<string, SourcedObject> {
  let sources: ReadonlyMap<string, SourcedObject> | undefined;
  return () => {
    sources ??= new Map(
      firsts.map(source => [
        keyOf({
          kind: source.object.kind,
          name: source.object.metadata.name,
        }),
        source,
      ]),
    );
    return sources;
  };
}

function circles(
  firsts: readonly SourcedObject[],
  sources: () => ReadonlyMap<string, SourcedObject>,
  kindsOfThem: ReadonlySet<string>,
): Diagnostic[] {
  if (kindsOfThem.size === 0) return [];
  const objects = firsts
    .map(({ object }) => object)
    .filter(({ kind }) => kindsOfThem.has(kind));
  return findCycles(objects).map(cycle => {
    const { file, line } = sources().get(keyOf(cycle[0])) as SourcedObject;
    return {
      rule: 'reference.cycle',
      severity: 'warning',
      message: `${cycle
        .map(({ kind, name }) => `${kind} ${name}`)
        .join(
          ', ',
        )} refer to each other: none can be created before the others.`,
      kind: cycle[0].kind,
      name: cycle[0].name,
      file,
      line,
      hint: 'Take one of the references away.',
    };
  });
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
  referrer: { kind: string; name: string },
  { kind, name, path }: Reference,
  severity: Severity,
): Problem {
  return {
    rule: 'reference.missing',
    severity,
    message: `${referrer.kind} ${referrer.name} refers to ${kind} ${name}, which is not here.`,
    path: parsePath(path) ?? [],
    hint: `Add the ${kind}, or mend the name.`,
  };
}
