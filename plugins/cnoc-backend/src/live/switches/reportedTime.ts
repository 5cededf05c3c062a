const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;
const earliest = Date.UTC(2015, 0);
const toleranceMs = 60_000;

/** A time as a switch wrote it, if it is one; whether its clock is right is another matter. */
export function reportedTime(value: unknown): string | undefined {
  return typeof value === 'string' &&
    rfc3339.test(value) &&
    !Number.isNaN(Date.parse(value))
    ? value
    : undefined;
}

/** Whether a switch can have written this by a clock that goes about right (T4). */
export function isPlausible(time: number, now: number): boolean {
  return time >= earliest && time <= now + toleranceMs;
}

/** Milliseconds of a reported time that can be true; undefined for the years 0001 and 9999 and what is yet to come. */
export function plausibleTime(value: unknown, now: number): number | undefined {
  const text = reportedTime(value);
  const time = text === undefined ? NaN : Date.parse(text);
  return isPlausible(time, now) ? time : undefined;
}
