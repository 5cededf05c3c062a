import { JsonMap } from '../model/json';
import { KubernetesObject } from '../model/KubernetesObject';
import { PathSegments } from '../model/path';
import { Severity } from '../model/Severity';
import type { FabricView } from './FabricView';

/** An object under check. */
export interface Subject {
  kind: string;
  name: string;
  /** As written. */
  object: KubernetesObject;
  /** After defaulting; empty when the object has none. */
  spec: JsonMap;
}

/** States one fault: where it is, what it is, and what to do about it. */
export type Say = (path: PathSegments, message: string, hint?: string) => void;

/**
 * Changes to the example fabric (the examples of all kinds together). A key is `<kind> <name> <path>` for one value
 * (`undefined` takes it away) or `<kind> <name>` for the spec of an object, which is added if it is not there
 * (`undefined` takes the object away). Whole objects, however odd, stand in a list under the key `+`.
 */
export type Example = Readonly<Record<string, unknown>>;

/** What is known beyond the objects while a rule's examples are checked. */
export interface ExampleSetting {
  release?: string;
  isComplete?: boolean;
  settings?: Readonly<Record<string, unknown>>;
  /** The fabric before the change, as changes to the example fabric. */
  before?: Example;
  /** Switch profiles at hand, by name. */
  profiles?: Readonly<Record<string, JsonMap>>;
}

/** One thing that Hedgehog refuses, or that a network engineer should know before it is deployed. */
export interface ValidationRule {
  /** Stable id, such as `vpc.overlap`. */
  id: string;
  /** Kinds it applies to; empty = every kind. */
  kinds: readonly string[];
  severity: Severity;
  /** The rule in general, as a network engineer would say it. */
  sentence: string;
  /** It rests on settings of the fabric: only a `warning` while upstream's defaults are assumed. */
  isAssumed?: boolean;
  /** First release in which it holds. */
  since?: string;
  /** Asked with the object alone. */
  check?(subject: Subject, say: Say): void;
  /** Asked when the whole fabric is at hand. */
  checkIn?(subject: Subject, fabric: FabricView, say: Say): void;
  /** A fabric to which the rule has nothing to say. */
  accepts: Example;
  /** A fabric of which this rule, and no other, finds the fault. */
  refuses: Example;
  /** What else is known in the two examples. */
  given?: ExampleSetting;
}

/** A rule as a kind's folder states it: the kind is added by the table. */
export type KindValidationRule = Omit<ValidationRule, 'kinds'>;
