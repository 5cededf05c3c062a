import type { RepositoryTest } from '@cnoc/backstage-plugin-cnoc-common';
import type { Check, CheckFailure } from './testFailure';

type CheckResult = RepositoryTest['checks'][number];

const CHECKS: Check[] = [
  'address',
  'reach',
  'sign-in',
  'branch',
  'path',
  'write',
];

/** The checks of one test so far. */
export class TestRun {
  readonly facts: Pick<RepositoryTest, 'branches' | 'head' | 'hostKey'> = {};
  readonly #results: CheckResult[] = [];
  #failure: CheckResult | undefined;

  /** The check that is under way. */
  get next(): Check {
    return CHECKS[this.#results.length] ?? 'write';
  }

  pass(check: Check, message: string, hint?: string): void {
    this.#results.push({ check, result: 'ok', message, ...(hint && { hint }) });
  }

  skip(check: Check, message: string): void {
    this.#results.push({ check, result: 'skipped', message });
  }

  fail({ check, message, hint }: CheckFailure): void {
    // What comes before the failed one was passed on the way
    for (const before of CHECKS.slice(this.#results.length)) {
      if (before === check) break;
      this.pass(before, 'Nothing is wrong so far.');
    }
    this.#failure = {
      check,
      result: 'failed',
      message,
      ...(hint && { hint }),
    };
    this.#results.push(this.#failure);
  }

  answer(): RepositoryTest {
    for (const check of CHECKS.slice(this.#results.length)) {
      this.skip(check, 'Not tried.');
    }
    const failure = this.#failure;
    const readable = !failure || failure.check === 'write';
    const good = failure
      ? `CNOC can read this repository. ${failure.message}`
      : 'CNOC can read this repository.';
    return {
      ok: readable,
      message: readable ? good : failure.message,
      checks: this.#results,
      ...this.facts,
    };
  }
}
