import {
  applyDefaults,
  blockersOfDelete,
  referencesOf,
  validateObject,
  type Diagnostic,
  type KubernetesObject,
} from '@cnoc/hedgehog';
import type { Admission, AdmissionRequest } from '../Admission';
import type { ObjectStore } from '../ObjectStore';
import { typeOfKind, type ResourceType } from '../ResourceType';
import { deniedByWebhook, invalid } from '../StatusError';
import { withFabricLabels } from './fabricLabels';
import { Referrers } from './Referrers';
import { withoutUnknownFields } from './withoutUnknownFields';

/** Kinds that upstream deletes without asking who still refers to them (kinds-and-rules §8). */
const UNGUARDED = new Set(['SwitchGroup', 'GatewayGroup']);
/** Rules that the CRD's schema enforces before the webhook is asked, and the reasons it gives. */
const SCHEMA_RULES = new Map([
  ['field.type', 'FieldValueTypeInvalid'],
  ['field.value', 'FieldValueNotSupported'],
  ['field.range', 'FieldValueInvalid'],
  ['field.count', 'FieldValueInvalid'],
  ['object.annotationSize', 'FieldValueTooLong'],
]);
/** No webhook at all. */
const UNWATCHED = new Set(['SwitchGroup']);

/** `defaults`: fill in, refuse nothing; for samples that lack what a real cluster insists on. */
export type AdmissionMode = 'full' | 'defaults';

/**
 * Hedgehog's webhooks as far as the lab plays them: defaults and fabric labels on the way in, then the rules of one
 * object, targets that must exist, and no delete of what others still need.
 */
export class HedgehogAdmission implements Admission {
  readonly #store: ObjectStore;
  readonly #mode: AdmissionMode;
  readonly #referrers: Referrers;

  constructor(store: ObjectStore, mode: AdmissionMode = 'full') {
    this.#store = store;
    this.#mode = mode;
    this.#referrers = Referrers.follow(store);
  }

  mutate(request: AdmissionRequest): KubernetesObject {
    const { type } = request;
    if (!type.admitted) {
      return request.object;
    }
    const object = withoutUnknownFields(request);
    return UNWATCHED.has(type.kind)
      ? object
      : withFabricLabels(applyDefaults(object));
  }

  validate(request: AdmissionRequest): void {
    const { type, operation, object } = request;
    if (
      !type.admitted ||
      UNWATCHED.has(type.kind) ||
      this.#mode === 'defaults'
    ) {
      return;
    }
    if (operation === 'DELETE') {
      this.#checkDelete(type, object);
      return;
    }
    if (object.metadata.namespace !== 'default') {
      throw denied(type, 'only the default namespace is supported');
    }
    const faults = validateObject(object).filter(
      // git may leave to the installer what a cluster insists on; size is the store's affair, not the webhook's
      ({ severity, rule }) =>
        (severity === 'critical' && rule !== 'object.size') ||
        rule === 'object.unhydrated',
    );
    if (faults.length) {
      throw refusal(type, object, faults);
    }
    this.#checkReferences(type, object);
  }

  #checkReferences(type: ResourceType, object: KubernetesObject): void {
    for (const reference of referencesOf(object)) {
      const target = reference.external
        ? undefined
        : typeOfKind(reference.kind);
      if (target && !this.#store.get(target, 'default', reference.name)) {
        throw denied(
          type,
          `${reference.path}: ${target.kind} ${JSON.stringify(
            reference.name,
          )} not found`,
        );
      }
    }
  }

  #checkDelete(type: ResourceType, { metadata }: KubernetesObject): void {
    if (UNGUARDED.has(type.kind)) {
      return;
    }
    const blockers = blockersOfDelete(
      { kind: type.kind, name: metadata.name },
      this.#referrers.of(type.kind, metadata.name),
    ).filter(blocker => isGuarded(type.kind, blocker.kind));
    if (blockers.length) {
      const names = blockers
        .slice(0, 10)
        .map(({ kind, name }) => `${kind} ${name}`)
        .join(', ');
      throw denied(
        type,
        `${type.kind} ${metadata.name} is still used by ${names}${
          blockers.length > 10 ? ` and ${blockers.length - 10} more` : ''
        }`,
      );
    }
  }
}

/** Upstream does not ask gateway peerings, nor the VPCs whose DHCP is relayed through the one that goes. */
function isGuarded(target: string, referrer: string): boolean {
  return (
    referrer !== 'GatewayPeering' && !(target === 'VPC' && referrer === 'VPC')
  );
}

function denied(type: ResourceType, why: string) {
  return deniedByWebhook(`v${type.singular}.kb.io`, why);
}

/** What the CRD schema knows is 422 with causes; what only the webhook knows is its refusal. */
function refusal(
  type: ResourceType,
  { metadata }: KubernetesObject,
  faults: readonly Diagnostic[],
) {
  const bySchema = faults.filter(({ rule }) => SCHEMA_RULES.has(rule));
  return bySchema.length
    ? invalid(
        type.kind,
        type.group,
        metadata.name,
        bySchema.map(({ rule, message, path }) => ({
          reason: SCHEMA_RULES.get(rule),
          message,
          ...(path ? { field: path } : {}),
        })),
      )
    : denied(type, faults.map(({ message }) => message).join('; '));
}
