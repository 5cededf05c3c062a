import { Document, Scalar, visit } from 'yaml';
import { readsAsText } from './readsAsText';

/** As a block, such a text would lose the spaces of its first lines. */
const beginsBlank = /^\s*\n/;

/** Prints any JSON data as YAML, texts of several lines as blocks. Takes ten times as long as `printYaml` does for the rest. */
export function printExactly(data: Record<string, unknown>): string {
  const document = new Document(data, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_, node) {
      const { value } = node;
      if (
        typeof value === 'string' &&
        (!readsAsText(value) || beginsBlank.test(value))
      ) {
        node.type = Scalar.QUOTE_DOUBLE;
      }
    },
  });
  return document.toString({ lineWidth: 0 });
}
