import type { ConnectionTest } from '@cnoc/backstage-plugin-cnoc-common';
import { roleYaml } from './roleYaml';

type CheckResult = ConnectionTest['checks'][number];
export type Check = CheckResult['check'];

const CHECKS: Check[] = [
  'address',
  'reach',
  'sign-in',
  'identity',
  'kinds',
  'rights',
];

/** A check that failed, in words. */
export class CheckFailure extends Error {
  readonly check: Check;
  readonly hint: string | undefined;

  constructor(check: Check, told: { message: string; hint?: string }) {
    super(told.message);
    this.name = 'CheckFailure';
    this.check = check;
    this.hint = told.hint;
  }
}

/** The checks of one connection so far. */
export class ConnectionRun {
  readonly facts: Pick<
    ConnectionTest,
    'version' | 'identity' | 'kinds' | 'rights'
  > = { kinds: [], rights: [] };
  readonly #namespace: string;
  readonly #results: CheckResult[] = [];

  constructor(namespace: string) {
    this.#namespace = namespace;
  }

  /** The check that is under way. */
  get next(): Check {
    return CHECKS[this.#results.length] ?? 'rights';
  }

  tell(
    check: Check,
    result: Exclude<CheckResult['result'], 'skipped'>,
    message: string,
    hint?: string,
  ): void {
    // What comes before a failed one was passed on the way
    for (const before of CHECKS.slice(this.#results.length)) {
      if (before === check) break;
      this.#results.push({
        check: before,
        result: 'ok',
        message: 'Nothing is wrong so far.',
      });
    }
    this.#results.push({ check, result, message, ...(hint && { hint }) });
  }

  answer(): ConnectionTest {
    for (const check of CHECKS.slice(this.#results.length)) {
      this.#results.push({ check, result: 'skipped', message: 'Not tried.' });
    }
    const failed = this.#results.find(({ result }) => result === 'failed');
    const warnings = this.#results.filter(({ result }) => result === 'warning');
    return {
      ok: !failed,
      message:
        failed?.message ??
        [
          `The cluster answers, and all kinds that it serves can be listed in ${
            this.#namespace
          }.`,
          ...warnings.map(({ message }) => message),
        ].join(' '),
      checks: this.#results,
      namespace: this.#namespace,
      roleYaml: roleYaml(this.#namespace),
      ...this.facts,
    };
  }
}
