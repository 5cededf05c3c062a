import { decodeText } from './decodeText';
import { LineTable } from './LineTable';
import { NodeReader } from './NodeReader';
import { parseDocument } from './parseDocument';
import { splitDocuments } from './splitDocuments';
import { YamlFault } from './YamlFault';
import { defaultYamlLimits, YamlLimits } from './YamlLimits';

/** A text's one document as JSON data, or why it has none; the failure holds nothing of the text. */
export type ValueReading =
  | { value: unknown }
  | { failure: { message: string; line: number } };

/**
 * Reads one YAML or JSON document that is no Kubernetes resource (a kubeconfig) as kubectl reads it, within budgets.
 * Never throws on bad input.
 */
export function readValue(
  text: string,
  limits: Partial<YamlLimits> = {},
): ValueReading {
  const { maxBytes, maxDepth, maxNodes } = { ...defaultYamlLimits, ...limits };
  const fail = (message: string, line: number) => ({
    failure: { message, line },
  });
  if (new TextEncoder().encode(text).length > maxBytes) {
    return fail(`The text has more than ${maxBytes} bytes.`, 1);
  }
  const decoded = decodeText(text);
  if ('failure' in decoded) {
    return fail(decoded.failure.message, decoded.failure.line);
  }
  const documents = splitDocuments(decoded.text, 1);
  if (documents.length !== 1) {
    return documents.length === 0
      ? fail('The text is empty.', 1)
      : fail('The text holds more than one document.', documents[1].line);
  }
  const [document] = documents;
  const lines = LineTable.of(document.text, document.line);
  const lineOf = (offset: number) => lines.lineOf(offset);
  try {
    const root = parseDocument(document.text, maxDepth)?.contents;
    const reader = new NodeReader({
      budget: { left: maxNodes },
      maxDepth,
      lineOf,
    });
    return { value: reader.read(root) };
  } catch (error) {
    if (!(error instanceof YamlFault)) throw error;
    return fail(error.message, lineOf(error.offset));
  }
}
