import type { SelfTest } from '@cnoc/backstage-plugin-cnoc-common';
import { pathOf } from './pickField';
import type { TestIntent } from './SelfTestStore';

type Step = SelfTest['steps'][number];

const ORDER = ['choose', 'change', 'see', 'restore', 'resolve'] as const;

/** What happened in a self-test, step by step. */
export class TestSteps {
  readonly #steps: Step[] = [];
  /** Whether the cluster may hold a field that has to be restored */
  #dirty = false;

  private constructor() {}

  static begin(): TestSteps {
    return new TestSteps();
  }

  /** The field is about to be changed. */
  intends(): void {
    this.#dirty = true;
  }

  restores(): void {
    this.#dirty = false;
  }

  /** Nothing that the test changed is left. */
  get isRestored(): boolean {
    return !this.#dirty;
  }

  /** @returns undefined when the step failed, which is told and not thrown */
  async take<T>(
    step: Step['step'],
    work: () => Promise<T>,
    tell: (done: T) => string = String,
  ): Promise<T | undefined> {
    const start = performance.now();
    const told = (result: Step['result'], message: string) =>
      this.#steps.push({
        step,
        result,
        message,
        milliseconds: Math.round((performance.now() - start) * 10) / 10,
      });
    try {
      const done = await work();
      told('ok', tell(done));
      return done;
    } catch (error) {
      told('failed', wordsOf(error));
      return undefined;
    }
  }

  skip(step: Step['step'], message: string): true {
    this.#steps.push({ step, result: 'skipped', message });
    return true;
  }

  skipRest(): void {
    for (const step of ORDER) {
      if (this.#steps.every(one => one.step !== step)) {
        this.skip(step, 'Not reached');
      }
    }
  }

  /** @param failure - why the test counts as failed although each step went well */
  result(intent: TestIntent | undefined, failure?: string): SelfTest {
    const failed = this.#steps.find(({ result }) => result === 'failed');
    const seen = this.#steps.find(({ step }) => step === 'see');
    return {
      ok: !failed && !failure,
      message:
        failure ??
        (failed
          ? `The step '${failed.step}' failed: ${failed.message}`
          : `A change was seen after ${seen?.milliseconds} ms, restored and resolved`),
      ...(intent && {
        resource: { kind: intent.kind, name: intent.name },
        path: pathOf(intent),
      }),
      steps: this.#steps,
    };
  }
}

const SPEAKING: ReadonlySet<string> = new Set([
  'ClusterError',
  'ConflictError',
  'NotFoundError',
]);

/** The message of an unknown error may hold an address. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return 'It failed';
  return SPEAKING.has(error.name) ? error.message : `It failed (${error.name})`;
}
