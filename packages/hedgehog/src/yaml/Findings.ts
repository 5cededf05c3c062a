import { Diagnostic } from '../model/Diagnostic';

/** Collects what is wrong with one file. */
export class Findings {
  readonly list: Diagnostic[] = [];
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** kubectl would refuse the file. */
  refuse(rule: string, message: string, line: number, hint?: string) {
    this.#add('critical', rule, message, line, hint);
  }

  /** Worth knowing, and read all the same. */
  note(rule: string, message: string, line: number) {
    this.#add('warning', rule, message, line);
  }

  /** What needs a program to become Kubernetes objects. */
  unsupported(tool: string, line: number) {
    this.refuse(
      'yaml.unsupported',
      `This looks like ${tool}, which is unsupported: it has to be rendered first.`,
      line,
      'Commit the rendered Kubernetes objects.',
    );
  }

  #add(
    severity: Diagnostic['severity'],
    rule: string,
    message: string,
    line: number,
    hint?: string,
  ) {
    this.list.push({
      rule,
      severity,
      message,
      file: this.#file,
      line,
      ...(hint ? { hint } : {}),
    });
  }
}
