import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
} from '@codemirror/autocomplete';
import {
  defaultKeymap,
  history,
  historyKeymap,
  indentWithTab,
} from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import {
  foldGutter,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language';
import {
  lintGutter,
  lintKeymap,
  setDiagnostics,
  type Diagnostic as Mark,
} from '@codemirror/lint';
import { searchKeymap } from '@codemirror/search';
import { EditorState, Transaction, type Text } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import type { Diagnostic } from '@cnoc/hedgehog';
import { editorTheme, highlightStyle } from '../YamlDiff/editorTheme';

/** @internal */
export type YamlEditorHandle = {
  /** Replaces the text when it is another; what is the same around the change stays, with the cursor. */
  setText(text: string): void;
  setDiagnostics(diagnostics: readonly Diagnostic[]): void;
  goToLine(line: number): void;
  destroy(): void;
};

const severities = {
  critical: 'error',
  warning: 'warning',
  info: 'info',
} as const;

/**
 * An editor of YAML inside `parent`. Tab indents; Escape, then Tab leaves it. The caller destroys it.
 *
 * @internal
 */
export function createYamlEditor(options: {
  parent: HTMLElement;
  label: string;
  text: string;
  onChange: (text: string) => void;
}): YamlEditorHandle {
  const view = new EditorView({
    parent: options.parent,
    doc: options.text,
    extensions: [
      lineNumbers(),
      foldGutter(),
      lintGutter(),
      history(),
      closeBrackets(),
      autocompletion(),
      yaml(),
      indentUnit.of('  '),
      EditorState.tabSize.of(2),
      syntaxHighlighting(highlightStyle),
      editorTheme,
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': options.label }),
      keymap.of([
        ...closeBracketsKeymap,
        ...defaultKeymap,
        ...historyKeymap,
        ...searchKeymap,
        ...lintKeymap,
        indentWithTab,
      ]),
      EditorView.updateListener.of(update => {
        const typed = update.transactions.some(
          transaction =>
            transaction.docChanged &&
            transaction.annotation(Transaction.remote) !== true,
        );
        if (typed) options.onChange(update.state.doc.toString());
      }),
    ],
  });
  return {
    setText: text => {
      const change = changeBetween(view.state.doc.toString(), text);
      if (!change) return;
      view.dispatch({
        changes: change,
        annotations: Transaction.remote.of(true),
      });
    },
    setDiagnostics: diagnostics =>
      view.dispatch(
        setDiagnostics(
          view.state,
          diagnostics.map(each => markOf(each, view.state.doc)),
        ),
      ),
    goToLine: number => {
      const { from } = view.state.doc.line(
        Math.min(Math.max(1, number), view.state.doc.lines),
      );
      view.dispatch({
        selection: { anchor: from },
        effects: EditorView.scrollIntoView(from, { y: 'center' }),
      });
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}

function markOf(diagnostic: Diagnostic, doc: Text): Mark {
  const line = doc.line(Math.min(Math.max(1, diagnostic.line ?? 1), doc.lines));
  return {
    from: line.from + (line.text.length - line.text.trimStart().length),
    to: line.to,
    severity: severities[diagnostic.severity],
    message: diagnostic.hint
      ? `${diagnostic.message} ${diagnostic.hint}`
      : diagnostic.message,
    source: diagnostic.rule,
  };
}

function changeBetween(before: string, after: string) {
  if (before === after) return undefined;
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (
    end < shorter - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end++;
  }
  return {
    from: start,
    to: before.length - end,
    insert: after.slice(start, after.length - end),
  };
}
