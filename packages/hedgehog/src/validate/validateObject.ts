import { findKind, kindOf, kinds } from '../kinds';
import { controllerKinds } from '../kinds/controllerKinds';
import { Kind, Problem } from '../kinds/Kind';
import { isSince } from '../kinds/releaseOrder';
import { Subject } from '../kinds/ValidationRule';
import { Diagnostic } from '../model/Diagnostic';
import { isMap } from '../model/json';
import { KubernetesObject } from '../model/KubernetesObject';
import { formatPath } from '../model/path';
import { checkRelease } from '../releases/checkRelease';
import { forgiveGone } from '../releases/forgiveGone';
import { latestRelease } from '../releases/releases';
import { GroupField } from '../schema/Field';
import { checkIgnoredTexts } from './checkIgnoredTexts';
import { checkMetadata } from './checkMetadata';
import { checkSize } from './checkSize';
import { isAbsent, ShapeCheck } from './checkShape';
import { closestOf } from './closestOf';
import { subjectOf } from './FabricIndex';
import { isComplete, isSound } from './isSound';
import { rulesOfObject } from './kindRules';
import { Statements } from './Statements';

const topLevel = ['apiVersion', 'kind', 'metadata', 'spec', 'status'];

/** How one object is checked. */
export interface ObjectValidation {
  /** Release of the fabric; the latest that CNOC knows unless given. */
  release?: string;
  /** Shapes to use in place of the built-in ones, by kind: see `shapeOfSchema`. */
  shapes?: Readonly<Record<string, GroupField>>;
  /** For tests: a rule that is left out. */
  without?: string;
}

/**
 * Checks one object for itself: name, namespace, shape, required fields, formats, and what Hedgehog refuses about it
 * whatever else there is. `critical` means that the cluster would refuse it. Objects of kinds that are not Hedgehog's
 * are not CNOC's business: nothing is said about them.
 */
export function validateObject(
  object: KubernetesObject,
  options: ObjectValidation = {},
): Diagnostic[] {
  const problems = problemsOf(object, options);
  return problems.length === 0
    ? []
    : problems.map(problem => toDiagnostic(object, problem));
}

/** A problem as a diagnostic of its object. */
export function toDiagnostic(
  object: KubernetesObject,
  { severity = 'critical', path, ...rest }: Problem,
): Diagnostic {
  return {
    ...rest,
    severity,
    kind: object.kind,
    name: String(object.metadata?.name ?? ''),
    path: formatPath(path),
  };
}

/**
 * The problems of one object with their paths.
 *
 * @param subject the object after defaulting, if the caller has it already
 */
export function problemsOf(
  object: KubernetesObject,
  options: ObjectValidation = {},
  subject?: Subject,
): Problem[] {
  // Typed as present, yet callers pass on what a client sent.
  if (!isMap(object.metadata)) {
    return [
      {
        rule: 'field.required',
        message: 'The field metadata is required.',
        path: ['metadata'],
      },
    ];
  }
  const kind = kindOf(object);
  const problems = kind
    ? checkKnown(subject ?? subjectOf(object, kind), kind, options)
    : checkUnknown(object);
  return options.without === undefined
    ? problems
    : problems.filter(({ rule }) => rule !== options.without);
}

function checkKnown(
  subject: Subject,
  kind: Kind,
  { release = latestRelease, shapes, without }: ObjectValidation,
): Problem[] {
  const { object, spec } = subject;
  const shape = shapes?.[kind.kind] ?? kind.spec;
  const problems: Problem[] = [];
  checkMetadata(object, kind, problems);
  checkIgnoredTexts(object, kind, problems);
  checkSize(object, problems);
  unknownTopLevel(object, problems);
  if (!shapes?.[kind.kind] && release !== latestRelease)
    problems.push(...checkRelease(object, release));
  if (
    !isSound(object.spec, shape) ||
    !isComplete(spec, shape) ||
    (shape.required && isAbsent(object.spec))
  )
    checkShape(subject, shape, release, problems);
  if (!isMap(object.spec)) return problems;
  const statements = new Statements(problems);
  for (const rule of rulesOfObject.get(kind.kind) ?? []) {
    if (rule.id !== without && isSince(release, rule.since))
      rule.ask(subject, statements.by(rule.id, rule.severity));
  }
  if (kind.isUnhydrated?.(object.spec)) problems.push(unhydrated(kind));
  return problems;
}

function checkShape(
  { object, spec }: Subject,
  shape: GroupField,
  release: string,
  problems: Problem[],
): void {
  const check = new ShapeCheck(['spec']);
  check.written(object.spec, shape);
  if (
    shape.required &&
    Object.keys(isMap(object.spec) ? object.spec : {}).length === 0
  )
    problems.push({
      rule: 'field.required',
      message: 'The field spec is required.',
      path: ['spec'],
    });
  else check.required(spec, shape);
  problems.push(...forgiveGone(check.problems, object.kind, release));
}

function unhydrated(kind: Kind): Problem {
  return {
    rule: 'object.unhydrated',
    severity: 'warning',
    message: `Addresses or AS numbers of the ${kind.title} are left to the installer; as it stands, the cluster refuses it.`,
    path: ['spec'],
    hint: 'Let the installer fill them in, or import them from the cluster.',
  };
}

function unknownTopLevel(object: KubernetesObject, problems: Problem[]): void {
  for (const key of Object.keys(object)) {
    if (topLevel.includes(key)) continue;
    const closest = closestOf(key, topLevel);
    problems.push({
      rule: 'field.unknown',
      message:
        'A field beside apiVersion, kind, metadata and spec is not known.',
      path: [key],
      ...(closest ? { hint: `Did you mean ${closest}?` } : {}),
    });
  }
}

function checkUnknown({ apiVersion, kind }: KubernetesObject): Problem[] {
  const isHedgehog = /(?:^|\.)githedgehog\.com\//.test(String(apiVersion));
  if (!isHedgehog) return [];
  if (
    controllerKinds.some(
      known => known.kind === kind && known.apiVersion === apiVersion,
    )
  ) {
    return [
      {
        rule: 'object.controllerKind',
        severity: 'info',
        message: `${kind} objects are written by Hedgehog itself; CNOC does not manage them.`,
        path: ['kind'],
      },
    ];
  }
  const known = findKind(kind);
  if (known) {
    return [
      {
        rule: 'object.apiVersion',
        message: `${kind} has the apiVersion ${known.apiVersion}.`,
        path: ['apiVersion'],
        hint: `Write ${known.apiVersion}.`,
      },
    ];
  }
  const closest = closestOf(
    kind,
    kinds.map(candidate => candidate.kind),
  );
  return [
    {
      rule: 'object.kind',
      severity: closest ? 'critical' : 'warning',
      message: 'This kind of Hedgehog object is not known.',
      path: ['kind'],
      ...(closest ? { hint: `Did you mean ${closest}?` } : {}),
    },
  ];
}
