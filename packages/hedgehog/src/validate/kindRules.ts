import { kinds } from '../kinds';
import { ValidationRule } from '../kinds/ValidationRule';
import { Severity } from '../model/Severity';

/** The rules of each kind, ready to be asked. */
export const rulesOfKind: ReadonlyMap<string, readonly ValidationRule[]> =
  new Map(
    kinds.map(({ kind, rules }) => [
      kind,
      rules.map(rule => ({ ...rule, kinds: [kind] })),
    ]),
  );

/** What it takes to ask a rule. All of one structure, as they are asked thousands of times in a row. */
interface Asked<Question> {
  id: string;
  severity: Severity;
  isAssumed: boolean;
  since: string | undefined;
  ask: Question;
}

type Rules<Question> = ReadonlyMap<string, readonly Asked<Question>[]>;

/** Of the rules of each kind those that look at one object alone. */
export const rulesOfObject = rulesWith(rule => rule.check);

/** Of the rules of each kind those that look around. */
export const rulesOfFabric = rulesWith(rule => rule.checkIn);

function rulesWith<Question>(
  questionOf: (rule: ValidationRule) => Question | undefined,
): Rules<Question> {
  const asked = (rule: ValidationRule): Asked<Question>[] => {
    const { id, severity, isAssumed = false, since } = rule;
    const ask = questionOf(rule);
    return ask ? [{ id, severity, isAssumed, since, ask }] : [];
  };
  return new Map(
    [...rulesOfKind].map(([kind, rules]) => [kind, rules.flatMap(asked)]),
  );
}
