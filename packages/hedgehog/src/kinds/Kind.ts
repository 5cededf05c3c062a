import { JsonMap } from '../model/json';
import { KubernetesObject } from '../model/KubernetesObject';
import { PathSegments } from '../model/path';
import { Severity } from '../model/Severity';
import { Field } from '../schema/Field';
import { KindValidationRule } from './ValidationRule';

/** One thing worth showing about an object in a list, such as VLANs of a VPC. */
export interface Fact {
  label: string;
  value: string;
}

/** That one object names another. */
export interface Reference {
  kind: string;
  name: string;
  /** Where the reference stands in the referring object. */
  path: string;
  /** The target is not one of CNOC's kinds (SwitchProfile and the like), so it cannot be checked here. */
  external?: boolean;
}

/** One thing that is wrong with an object. */
export interface Problem {
  rule: string;
  /** `critical` unless given. */
  severity?: Severity;
  message: string;
  path: PathSegments;
  hint?: string;
}

/** What a severity rule looks at to word its reason. */
export interface RuleContext {
  kind: string;
  name: string;
  /** What the `*` of the rule's path stood for, in order. */
  keys: readonly string[];
  desired: unknown;
  live: unknown;
  desiredObject?: KubernetesObject;
  liveObject?: KubernetesObject;
}

/** Says how grave one sort of difference is, and why. */
export interface SeverityRule {
  /** Stable id, such as `vpc.subnet.vlan`. */
  id: string;
  /** Kinds it applies to; empty = every kind. */
  kinds: readonly string[];
  /** A field differs, the object is missing in the cluster, or it is in the cluster and not in git. */
  on: 'field' | 'missing' | 'orphan';
  /** For `field`: the path, `*` = any one key or index, `**` at the end = anything below. */
  path?: string;
  /** Refines when the rule applies. */
  when?(context: RuleContext): boolean;
  severity: Severity;
  /** The rule in general, for documentation. */
  sentence: string;
  /** The rule applied to one difference, with names and values. */
  reason(context: RuleContext): string;
}

/** A severity rule as a kind's folder states it: the kind is added by the table. */
export type KindRule = Omit<SeverityRule, 'kinds'>;

/** Everything CNOC knows about one kind. */
export interface Kind {
  kind: string;
  group: string;
  version: string;
  apiVersion: string;
  plural: string;
  singular: string;
  shortNames: readonly string[];
  title: string;
  description: string;
  /** One of the 12 kinds that CNOC manages; the gateway kinds are known and compared, too. */
  managed: boolean;
  /** Position in the apply order; kinds with the same number do not depend on each other. */
  applyWave: number;
  /** Shape of `spec`. */
  spec: Extract<Field, { type: 'group' }>;
  /** Longest name that Hedgehog accepts, where it is shorter than Kubernetes' 253. */
  maxNameLength?: number;
  /** Hedgehog's webhook recomputes labels (and for some kinds annotations) with these key parts on every write. */
  recomputed: { labels: readonly string[]; annotations: readonly string[] };
  /** Changes a copy of the object's `spec` to what the webhook would store, where that is another. Must tolerate broken input. */
  normalize?(spec: JsonMap, object: KubernetesObject): void;
  /** Drops from a copy of a defaulted `spec` what says no more than another of its fields. Must tolerate broken input. */
  tidy?(spec: JsonMap): void;
  /** What the webhook refuses beyond the shape of `spec`, and what it should. */
  rules: readonly KindValidationRule[];
  /** YAML of sound objects. The examples of all kinds together are one fabric. */
  example: string;
  references(spec: JsonMap): Reference[];
  /** Specific rules, first match wins; the general ones of `compare/generalRules` come after. */
  severityRules: readonly KindRule[];
  facts(spec: JsonMap): Fact[];
  /** Path patterns of fields that the installer fills in and git may leave out. */
  hydrated: readonly string[];
  /** True when fields that only hydration fills in are absent. */
  isUnhydrated?(spec: JsonMap): boolean;
}
