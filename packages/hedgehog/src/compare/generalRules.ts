import { SeverityRule } from '../kinds/Kind';
import { byText } from '../model/json';
import { bothSides } from '../model/shown';
import { isEqual } from './isEqual';

/** Rules for every kind, tried before the kind's own. */
export const leadingRules: readonly SeverityRule[] = [
  {
    id: 'field.order',
    kinds: [],
    on: 'field',
    path: 'spec.**',
    when: ({ desired, live }) => isReordered(desired, live),
    severity: 'info',
    sentence: 'A list holds the same values in another order.',
    reason: ({ kind, name }) =>
      `A list of ${kind} ${name} holds the same values in another order.`,
  },
];

/** Rules for every kind, tried after the kind's own. The last of each sort always applies. */
export const generalRules: readonly SeverityRule[] = [
  {
    id: 'object.missing',
    kinds: [],
    on: 'missing',
    severity: 'warning',
    sentence: 'An object is in git and not in the cluster.',
    reason: ({ kind, name }) =>
      `${kind} ${name} is in git and not in the cluster.`,
  },
  {
    id: 'object.orphan',
    kinds: [],
    on: 'orphan',
    severity: 'warning',
    sentence: 'An object is in the cluster and not in git.',
    reason: ({ kind, name }) =>
      `${kind} ${name} is in the cluster and not in git.`,
  },
  {
    id: 'metadata.label',
    kinds: [],
    on: 'field',
    path: 'metadata.labels.**',
    severity: 'info',
    sentence: 'Labels differ; the network does not depend on them.',
    reason: context =>
      `Labels of ${context.kind} ${context.name} differ: ${bothSides(
        context,
      )}.`,
  },
  {
    id: 'metadata.annotation',
    kinds: [],
    on: 'field',
    path: 'metadata.annotations.**',
    severity: 'info',
    sentence: 'Annotations differ that no rule knows to matter.',
    reason: context =>
      `Annotations of ${context.kind} ${context.name} differ: ${bothSides(
        context,
      )}.`,
  },
  {
    id: 'field.description',
    kinds: [],
    on: 'field',
    path: 'spec.description',
    severity: 'info',
    sentence: 'A description differs; the network does not depend on it.',
    reason: context =>
      `The description of ${context.kind} ${context.name} is ${bothSides(
        context,
      )}.`,
  },
  {
    id: 'field.changed',
    kinds: [],
    on: 'field',
    severity: 'warning',
    sentence: 'A setting differs that no other rule covers.',
    reason: context =>
      `A setting of ${context.kind} ${context.name} is ${bothSides(context)}.`,
  },
];

function isReordered(desired: unknown, live: unknown): boolean {
  if (
    !Array.isArray(desired) ||
    !Array.isArray(live) ||
    desired.length !== live.length
  )
    return false;
  const sorted = (list: unknown[]) =>
    list.map(item => JSON.stringify(item)).sort(byText);
  return isEqual(sorted(desired), sorted(live));
}
