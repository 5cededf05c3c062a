import { DateTime } from 'luxon';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Age in words: `just now`, `12 min ago`, `3 h ago`, `5 d ago`, later the date.
 *
 * @internal
 */
export function formatAge(at: Date, now: Date): string {
  const age = now.getTime() - at.getTime();
  if (age < -MINUTE) return formatMoment(at, now);
  if (age < MINUTE) return 'just now';
  if (age < HOUR) return `${Math.floor(age / MINUTE)} min ago`;
  if (age < DAY) return `${Math.floor(age / HOUR)} h ago`;
  if (age < 14 * DAY) return `${Math.floor(age / DAY)} d ago`;
  return DateTime.fromJSDate(at).toFormat('d LLL yyyy');
}

/**
 * Clock time, with the day when it is not today: `02:04`, `21 Nov 02:04`.
 *
 * @internal
 */
export function formatMoment(at: Date, now: Date): string {
  const moment = DateTime.fromJSDate(at);
  return moment.hasSame(DateTime.fromJSDate(now), 'day')
    ? moment.toFormat('HH:mm')
    : moment.toFormat('d LLL HH:mm');
}

/**
 * The day, in UTC: `31 Jan 2027`.
 *
 * @internal
 */
export function formatDay(at: Date): string {
  return DateTime.fromJSDate(at, { zone: 'utc' }).toFormat('d LLL yyyy');
}

/**
 * The exact time with its zone.
 *
 * @internal
 */
export function formatExact(at: Date): string {
  return DateTime.fromJSDate(at).toFormat('yyyy-LL-dd HH:mm:ss ZZZZ');
}

/**
 * `850 ms`, `12 s`, `3 min 5 s`, `2 h 40 min`, `3 d 4 h`.
 *
 * @internal
 */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.max(0, Math.round(milliseconds))} ms`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} h ${minutes % 60} min`;
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}
