import { kinds } from '../kinds';
import { ValidationRule } from '../kinds/ValidationRule';

/** The rules of each kind, ready to be asked. */
export const rulesOfKind: ReadonlyMap<string, readonly ValidationRule[]> =
  new Map(
    kinds.map(({ kind, rules }) => [
      kind,
      rules.map(rule => ({ ...rule, kinds: [kind] })),
    ]),
  );
