import { resolvePlain } from './resolveScalar';

const startsAsNumber = /^[-+.]?[0-9]/;
const onlyOfNumbers = /^[-+.0-9_xXoObBeEa-fA-F]+$/;

/**
 * Whether kubectl reads a text back as itself when it is not quoted. False also for what other readers of YAML 1.1 take
 * for a number, though kubectl does not.
 */
export function readsAsText(text: string): boolean {
  if (text === '<<' || text === '=') return false;
  try {
    return (
      resolvePlain(text) === text &&
      !(startsAsNumber.test(text) && onlyOfNumbers.test(text))
    );
  } catch {
    return false;
  }
}
