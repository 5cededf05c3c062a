import { kinds } from '../kinds';
import { ValidationRule } from '../kinds/ValidationRule';
import { generalRules } from './generalRules';
import { rulesOfKind } from './kindRules';

/** Every rule of validation: the general ones, then those of each kind. Rules of files and of comparison are elsewhere. */
export const validationRules: readonly ValidationRule[] = [
  ...generalRules,
  ...kinds.flatMap(({ kind }) => rulesOfKind.get(kind) ?? []),
];
