import { Problem } from '../kinds/Kind';
import { Say } from '../kinds/ValidationRule';
import { Severity } from '../model/Severity';

/** Lets one rule after the other state its problems about one object. */
export class Statements {
  #rule = '';
  #severity: Severity = 'critical';
  readonly #problems: Problem[];

  constructor(problems: Problem[]) {
    this.#problems = problems;
  }

  by(rule: string, severity: Severity): Say {
    this.#rule = rule;
    this.#severity = severity;
    return this.#say;
  }

  readonly #say: Say = (path, message, hint) => {
    this.#problems.push({
      rule: this.#rule,
      severity: this.#severity,
      message,
      path,
      ...(hint ? { hint } : {}),
    });
  };
}
