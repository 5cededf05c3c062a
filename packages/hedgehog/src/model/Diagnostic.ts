import { Severity } from './Severity';

/** One fact found while reading or checking, addressed as exactly as is known. */
export interface Diagnostic {
  /** Stable id of the rule that found it, such as `yaml.duplicateKey`. */
  rule: string;
  severity: Severity;
  message: string;
  kind?: string;
  name?: string;
  /** Field path, in the form of {@link formatPath}. */
  path?: string;
  file?: string;
  /** 1-based. */
  line?: number;
  /** What to do about it. */
  hint?: string;
}
