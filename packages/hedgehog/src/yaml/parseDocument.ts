import { Composer, CST, Document, Lexer, Parser, YAMLError } from 'yaml';
import { YamlFault } from './YamlFault';
import { maxAliases } from './YamlLimits';

/**
 * Text of one document → node tree, by the `yaml` library with everything that interprets switched off (schema
 * `failsafe`, no merging, no uniqueness check): what the nodes mean is decided in `NodeReader`, as kubectl reads them.
 */
export function parseDocument(
  text: string,
  maxDepth: number,
): Document.Parsed | undefined {
  const composer = new Composer({
    schema: 'failsafe',
    version: '1.1',
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  let document: Document.Parsed | undefined;
  for (const next of composer.compose(tokens(text, maxDepth))) {
    if (document) {
      throw new YamlFault(
        'yaml.separator',
        'A second document begins without a line that holds only ---.',
        next.range?.[0] ?? -1,
        'Put --- on a line of its own between documents.',
      );
    }
    if (next.errors.length > 0) throw faultOf(next.errors[0]);
    document = next;
  }
  return document;
}

/** The parser keeps its open collections on a stack: looking at it stops deep nesting before anything recurses. */
function* tokens(text: string, maxDepth: number): Generator<CST.Token> {
  const parser = new Parser();
  let offset = 0;
  let aliases = 0;
  for (const lexeme of new Lexer().lex(text)) {
    offset += lexeme.length;
    // Only an alias' lexeme begins with a star: the lexer marks scalars with a control character.
    if (lexeme.startsWith('*')) aliases += 1;
    if (aliases > maxAliases) {
      throw new YamlFault(
        'yaml.size',
        `The document has more than ${maxAliases} aliases.`,
        Math.min(offset, text.length),
      );
    }
    for (const token of parser.next(lexeme)) {
      if (token.type === 'directive') {
        throw new YamlFault(
          'yaml.directive',
          'A % directive is not accepted, as kubectl does not accept it.',
          token.offset,
          'Remove the line that begins with %.',
        );
      }
      yield token;
    }
    // Each level takes one or two entries of the stack.
    if (parser.stack.length > 2 * maxDepth + 4) {
      throw new YamlFault(
        'yaml.depth',
        `Collections are nested deeper than ${maxDepth} levels.`,
        Math.min(offset, text.length),
      );
    }
  }
  yield* parser.end();
}

const messages: Record<string, string> = {
  TAB_AS_INDENT: 'A tab is used for indentation; YAML indents with spaces.',
  BAD_INDENT: 'The indentation does not fit the lines above.',
  MISSING_CHAR: 'A closing character, a colon or an indented value is missing.',
  BAD_SCALAR_START:
    'An unquoted value begins with a character that YAML reserves (@, ` or %).',
  BAD_DQ_ESCAPE: 'A double-quoted text holds an unknown \\ escape.',
  BAD_ALIAS: 'An alias or anchor is not written correctly.',
  BLOCK_AS_IMPLICIT_KEY:
    'A map or list begins where only a simple value may stand.',
  BLOCK_IN_FLOW: 'An indented map or list stands inside [ ] or { }.',
  MULTILINE_IMPLICIT_KEY: 'A key runs over more than one line.',
  KEY_OVER_1024_CHARS: 'A key is longer than 1024 characters.',
  MULTIPLE_ANCHORS: 'A value has more than one anchor.',
  MULTIPLE_TAGS: 'A value has more than one tag.',
  UNEXPECTED_TOKEN: 'A character stands where YAML does not allow it.',
};

function faultOf(error: YAMLError): YamlFault {
  return new YamlFault(
    'yaml.syntax',
    messages[error.code] ?? 'This is not valid YAML.',
    error.pos[0],
  );
}
