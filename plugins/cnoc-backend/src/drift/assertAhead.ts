import { InputError } from '@backstage/errors';

const YEAR_MS = 366 * 24 * 60 * 60_000;

/**
 * @param field - where the time stands, for the message
 * @throws InputError for a time that is past, or more than a year ahead
 */
export function assertAhead(until: string, now: Date, field: string): void {
  const ahead = Date.parse(until) - now.getTime();
  if (Number.isNaN(ahead) || ahead <= 0) {
    throw new InputError(`${field}: is past already; give a time to come`);
  }
  if (ahead > YEAR_MS) {
    throw new InputError(`${field}: is more than a year ahead`);
  }
}
