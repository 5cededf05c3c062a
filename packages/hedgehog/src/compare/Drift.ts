import type { ImpactItem } from '../meaning/Impact';
import { KubernetesObject } from '../model/KubernetesObject';
import { Severity } from '../model/Severity';

/** One field that differs between git and the cluster. */
export interface Difference {
  /** Where, as {@link formatPath} writes it. */
  path: string;
  desired?: unknown;
  live?: unknown;
  severity: Severity;
  /** One sentence for a network engineer, with names and values. */
  reason: string;
  /** Id of the severity rule that decided. */
  rule: string;
}

/** How one resource differs between git and the cluster, and how grave that is. */
export interface Drift {
  state: 'synced' | 'drifted' | 'committed' | 'orphaned';
  /** The gravest of all differences; absent when synced. */
  severity?: Severity;
  reason?: string;
  rule?: string;
  differences: Difference[];
  /** What was left out of the comparison, and why. */
  notes?: string[];
  /**
   * What the drift does to servers and devices, as sentences and as data, gravest first, the first five; only where the
   * whole fabric was looked at.
   */
  effects?: ImpactItem[];
}

/** Knows the fabric around an object, and so what becomes of it when the object differs. */
export interface DriftContext {
  /** The same drift, judged by what it does. */
  refine(
    drift: Drift,
    desired: KubernetesObject | undefined,
    live: KubernetesObject | undefined,
  ): Drift;
}
