import { applyDefaults } from '../canonical/applyDefaults';
import { isUnhydrated } from '../compare/compareCanonical';
import { controllerKinds } from '../kinds/controllerKinds';
import { findKind, kindOf, kinds } from '../kinds';
import { Kind, Problem } from '../kinds/Kind';
import { Diagnostic } from '../model/Diagnostic';
import { isMap } from '../model/json';
import { KubernetesObject } from '../model/KubernetesObject';
import { formatPath } from '../model/path';
import { checkMetadata } from './checkMetadata';
import { checkShape } from './checkShape';
import { closestOf } from './closestOf';

const topLevel = new Set(['apiVersion', 'kind', 'metadata', 'spec', 'status']);

/**
 * Checks one object for itself: name, namespace, shape, required fields, formats. `critical` means that the cluster would
 * refuse it. Objects of kinds that are not Hedgehog's are not CNOC's business: nothing is said about them.
 */
export function validateObject(object: KubernetesObject): Diagnostic[] {
  return problemsOf(object).map(problem => toDiagnostic(object, problem));
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

/** The problems of one object with their paths. */
export function problemsOf(object: KubernetesObject): Problem[] {
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
  return kind ? [...checkKnown(object, kind)] : checkUnknown(object);
}

function checkKnown(object: KubernetesObject, kind: Kind): Problem[] {
  const defaulted = applyDefaults(object);
  const spec = isMap(defaulted.spec) ? defaulted.spec : {};
  return [
    ...checkMetadata(object, kind),
    ...unknownTopLevel(object),
    ...checkShape(object.spec, kind.spec, ['spec'], 'asWritten'),
    ...(kind.spec.required &&
    Object.keys(isMap(object.spec) ? object.spec : {}).length === 0
      ? [
          {
            rule: 'field.required',
            message: 'The field spec is required.',
            path: ['spec'],
          },
        ]
      : checkShape(spec, kind.spec, ['spec'], 'required')),
    ...(isMap(object.spec)
      ? kind.check?.(spec, object.metadata.name) ?? []
      : []),
    ...(isMap(object.spec) && isUnhydrated(object) ? [unhydrated(kind)] : []),
    ...clockDependent(object),
  ];
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

function clockDependent(object: KubernetesObject): Problem[] {
  if (object.kind !== 'Switch' || object.spec?.portLocators === undefined)
    return [];
  return [
    {
      rule: 'switch.portLocators',
      severity: 'warning',
      message:
        'Port locators end by themselves, so git cannot describe them; they are not compared.',
      path: ['spec', 'portLocators'],
      hint: 'Remove them from the file.',
    },
  ];
}

function unknownTopLevel(object: KubernetesObject): Problem[] {
  return Object.keys(object)
    .filter(key => !topLevel.has(key))
    .map(key => {
      const closest = closestOf(key, topLevel);
      return {
        rule: 'field.unknown',
        message:
          'A field beside apiVersion, kind, metadata and spec is not known.',
        path: [key],
        ...(closest ? { hint: `Did you mean ${closest}?` } : {}),
      };
    });
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
