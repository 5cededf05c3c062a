import { Problem } from './launcher.mjs';
import { Interrupted } from './runQuietly.mjs';

/** Says what went wrong, as far as that is news, and what the process shall end with. */
export function exitCodeOf(error) {
  if (error instanceof Interrupted) return 130;
  console.error(error instanceof Problem ? `\n${error.message}` : error);
  return 1;
}
