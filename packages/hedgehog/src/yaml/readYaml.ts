import { Diagnostic } from '../model/Diagnostic';
import { SourcedObject } from '../model/KubernetesObject';
import { decodeText } from './decodeText';
import { Findings } from './Findings';
import { LineTable } from './LineTable';
import { firstKeyOf, NodeBudget, NodeReader, offsetOf } from './NodeReader';
import { ObjectCollector } from './ObjectCollector';
import { parseDocument } from './parseDocument';
import { readPlain } from './readPlain';
import { DocumentText, splitDocuments } from './splitDocuments';
import { templateLanguage, unsupportedFile } from './unsupportedSource';
import { YamlFault } from './YamlFault';
import { defaultYamlLimits, YamlLimits } from './YamlLimits';

/** What a file holds: every Kubernetes object in it, and what is wrong with the rest. */
export interface YamlReading {
  objects: SourcedObject[];
  diagnostics: Diagnostic[];
}

/** A file of thousands of broken documents needs no thousand messages. */
const maxDiagnostics = 100;

class FileReader {
  readonly #file: string;
  readonly #limits: YamlLimits;
  readonly #findings: Findings;
  readonly #collector: ObjectCollector;
  readonly #budget: NodeBudget;
  #isStopped = false;

  constructor(file: string, limits: YamlLimits) {
    this.#file = file;
    this.#limits = limits;
    this.#findings = new Findings(file);
    this.#collector = new ObjectCollector(file, this.#findings);
    this.#budget = { left: limits.maxNodes };
  }

  read(input: string | Uint8Array): YamlReading {
    for (const document of this.#documents(input)) {
      this.#readDocument(document);
      if (this.#isStopped || this.#findings.list.length >= maxDiagnostics)
        break;
    }
    return {
      objects: this.#collector.objects,
      diagnostics: this.#findings.list.slice(0, maxDiagnostics),
    };
  }

  /** The file's documents, once its size and encoding are known to be sound. */
  #documents(input: string | Uint8Array): DocumentText[] {
    const { maxBytes, maxDocuments } = this.#limits;
    const split = 'Split it into smaller files.';
    const bytes =
      typeof input === 'string' ? utf8Length(input, maxBytes) : input.length;
    if (bytes > maxBytes) {
      this.#findings.refuse(
        'yaml.size',
        `The file has more than ${maxBytes} bytes.`,
        1,
        split,
      );
      return [];
    }
    const decoded = decodeText(input);
    if ('failure' in decoded) {
      const { rule, message, line, hint } = decoded.failure;
      this.#findings.refuse(rule, message, line, hint);
      return [];
    }
    const tool = unsupportedFile(this.#file);
    if (tool) {
      this.#findings.unsupported(tool, 1);
      return [];
    }
    const documents = splitDocuments(decoded.text, maxDocuments);
    if (documents.length > maxDocuments) {
      this.#findings.refuse(
        'yaml.size',
        `The file has more than ${maxDocuments} documents.`,
        1,
        split,
      );
      return [];
    }
    return documents;
  }

  #readDocument(document: DocumentText) {
    if (!this.#readPlainly(document)) this.#readExactly(document);
  }

  #readPlainly({ text, line }: DocumentText): boolean {
    const reading = readPlain(text, line, this.#limits.maxDepth);
    // Where the budget ends, the exact reader says.
    if (!reading || reading.nodes > this.#budget.left) return false;
    this.#budget.left -= reading.nodes;
    this.#collector.add(reading.value, reading.lines[0], reading.lines);
    return true;
  }

  #readExactly({ text, line }: DocumentText) {
    const { maxDepth } = this.#limits;
    const lines = LineTable.of(text, line);
    try {
      const root = parseDocument(text, maxDepth)?.contents;
      const reader = new NodeReader({
        budget: this.#budget,
        maxDepth,
        lineOf: offset => lines.lineOf(offset),
      });
      const value = reader.read(root);
      for (const note of reader.notes)
        this.#findings.note(note.rule, note.message, lines.lineOf(note.offset));
      if (value === null) return;
      this.#collector.add(
        value,
        lines.lineOf(offsetOf(firstKeyOf(root))),
        reader.lines,
      );
    } catch (error) {
      if (!(error instanceof YamlFault)) throw error;
      this.#refuse(error, text, lines.lineOf(error.offset));
    }
  }

  #refuse({ rule, message, hint }: YamlFault, text: string, line: number) {
    // A directive cannot be told from a document of its own, and a spent budget stays spent.
    if (rule === 'yaml.directive' || this.#budget.left < 0)
      this.#isStopped = true;
    const tool = rule === 'yaml.size' ? undefined : templateLanguage(text);
    if (tool) this.#findings.unsupported(tool, line);
    else this.#findings.refuse(rule, message, line, hint);
  }
}

/** Exact only where it matters: a string of n units has between n and 3n bytes. */
function utf8Length(text: string, limit: number): number {
  if (text.length > limit || text.length * 3 <= limit) return text.length;
  return new TextEncoder().encode(text).length;
}

/**
 * Reads a YAML or JSON file as kubectl does. Never throws on bad input: what cannot be read becomes a diagnostic with a
 * rule id `yaml.*`, the file and the line, and the file's other documents are still read. Diagnostics of severity
 * `critical` mean that kubectl would refuse the file, so a caller that deploys must not use the objects of it.
 *
 * Deliberately stricter than kubectl: duplicate keys, custom tags and the keys `__proto__`, `constructor` and
 * `prototype` are refused. Integers beyond 2^53 are kept as text of their digits.
 */
export function readYaml(
  text: string | Uint8Array,
  options: { file: string; limits?: Partial<YamlLimits> },
): YamlReading {
  const limits = { ...defaultYamlLimits, ...options.limits };
  return new FileReader(options.file, limits).read(text);
}
