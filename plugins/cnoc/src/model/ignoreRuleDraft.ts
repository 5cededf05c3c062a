import type {
  Difference,
  IgnoreRuleInput,
} from '@cnoc/backstage-plugin-cnoc-common';

/**
 * An ignore rule as somebody types it; empty = no such limit.
 *
 * @internal
 */
export type IgnoreRuleDraft = {
  path: string;
  kind: string;
  name: string;
  manager: string;
  reason: string;
  /** `2027-01-31`: the last day on which it hides */
  day: string;
};

/** @internal */
export const emptyIgnoreRule: IgnoreRuleDraft = {
  path: '',
  kind: '',
  name: '',
  manager: '',
  reason: '',
  day: '',
};

/**
 * The narrowest rule that hides one difference: this field of this resource, whoever holds it next time.
 *
 * @internal
 */
export const ignoreRuleFor = (
  resource: { kind: string; name: string },
  difference: Pick<Difference, 'path'>,
): IgnoreRuleDraft => ({
  ...emptyIgnoreRule,
  path: difference.path,
  kind: resource.kind,
  name: resource.name,
});

const lastMoment = (day: string) => new Date(`${day}T23:59:59`);

/**
 * What is wrong with a rule, by field.
 *
 * @internal
 */
export function checkIgnoreRule(
  draft: IgnoreRuleDraft,
  now: Date,
): Partial<Record<keyof IgnoreRuleDraft, string>> {
  const problems: Partial<Record<keyof IgnoreRuleDraft, string>> = {};
  const path = draft.path.trim();
  if (path === '') problems.path = 'Name the field, for example spec.asn.';
  else if (/^[*.\s]+$/.test(path)) {
    problems.path = 'This would hide everything. Name at least one field.';
  }
  if (draft.reason.trim().length < 3) {
    problems.reason = 'Say why, so that others understand it later.';
  }
  if (draft.day !== '' && !(lastMoment(draft.day) > now)) {
    problems.day = 'Choose a day that is still to come.';
  }
  return problems;
}

/**
 * The rule as the engine takes it.
 *
 * @internal
 */
export function ignoreRuleInputOf(draft: IgnoreRuleDraft): IgnoreRuleInput {
  const some = (text: string) => text.trim() || undefined;
  return {
    path: draft.path.trim(),
    reason: draft.reason.trim(),
    ...(some(draft.kind) && { kind: some(draft.kind) }),
    ...(some(draft.name) && { name: some(draft.name) }),
    ...(some(draft.manager) && { manager: some(draft.manager) }),
    ...(draft.day && { until: lastMoment(draft.day).toISOString() }),
  };
}
