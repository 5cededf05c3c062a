import { DateTime } from 'luxon';

const DAY = 24 * 60 * 60_000;

/** Furthest end that the engine takes, in days. */
const MAX_DAYS = 365;
/** Shortest reason that tells the next reader anything. */
const MIN_REASON = 3;
const MAX_REASON = 1000;

/** @internal */
export const suppressionEnds = {
  day: { label: 'A day', days: 1 },
  week: { label: 'A week', days: 7 },
  month: { label: 'A month', days: 30 },
  date: { label: 'Until a date', days: undefined },
} as const;

/** @internal */
export type SuppressionDraft = {
  reason: string;
  end: keyof typeof suppressionEnds;
  /** `2027-01-31`, or empty; counts only with `end: 'date'` */
  day: string;
};

/**
 * When a suppression ends; undefined when the day cannot be read. A chosen day is included, in the reader's own zone.
 *
 * @internal
 */
export function suppressionUntil(
  draft: Pick<SuppressionDraft, 'end' | 'day'>,
  now: Date,
  zone = 'local',
): Date | undefined {
  const { days } = suppressionEnds[draft.end];
  const until =
    days === undefined
      ? DateTime.fromISO(draft.day, { zone }).endOf('day')
      : // The same time of the day, also where a day has 23 or 25 hours
        DateTime.fromJSDate(now, { zone }).plus({ days });
  return until.isValid ? until.toJSDate() : undefined;
}

/**
 * What is wrong with a suppression, by field.
 *
 * @internal
 */
export function checkSuppression(
  draft: SuppressionDraft,
  now: Date,
): { reason?: string; day?: string } {
  const problems: { reason?: string; day?: string } = {};
  const reason = draft.reason.trim();
  if (reason.length < MIN_REASON) {
    problems.reason = 'Say why, so that others understand it later.';
  } else if (reason.length > MAX_REASON) {
    problems.reason = `At most ${MAX_REASON} characters.`;
  }
  const until = suppressionUntil(draft, now);
  if (!until) problems.day = 'Choose the last day.';
  else if (until <= now) problems.day = 'Choose a day that is still to come.';
  else if (until.getTime() - now.getTime() > MAX_DAYS * DAY) {
    problems.day = 'Choose a day within a year.';
  }
  return problems;
}
