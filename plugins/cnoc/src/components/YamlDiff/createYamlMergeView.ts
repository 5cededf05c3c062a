import {
  goToNextChunk,
  goToPreviousChunk,
  MergeView,
  unifiedMergeView,
} from '@codemirror/merge';
import { yaml } from '@codemirror/lang-yaml';
import { syntaxHighlighting } from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { editorTheme, highlightStyle } from './editorTheme';
import { markChangedLines } from './markChangedLines';

const COLLAPSE = { margin: 3, minSize: 4 };

function readOnly(label: string): Extension {
  return [
    // A text that cannot be edited has no bindings of its own to clash with.
    keymap.of([{ key: 'F7', run: goToNextChunk, shift: goToPreviousChunk }]),
    markChangedLines('differs'),
    lineNumbers(),
    yaml(),
    syntaxHighlighting(highlightStyle),
    editorTheme,
    EditorView.lineWrapping,
    EditorState.readOnly.of(true),
    EditorView.editable.of(false),
    EditorView.contentAttributes.of({
      'aria-label': label,
      'aria-readonly': 'true',
      'aria-keyshortcuts': 'F7 Shift+F7',
      title: 'F7: next difference, Shift F7: the one before',
      // Not editable, but it must be reachable to be scrolled and read by keyboard.
      tabindex: '0',
    }),
  ];
}

/**
 * A read-only comparison of two documents inside `parent`. The caller destroys it.
 *
 * @internal
 */
export function createYamlMergeView(options: {
  parent: HTMLElement;
  desired: string;
  live: string;
  collapse: boolean;
  /** One document with the differences inside, instead of two side by side */
  unified: boolean;
  /** Names of the two sides */
  titles: { desired: string; live: string };
}): { destroy(): void } {
  const { parent, desired, live, collapse, unified, titles } = options;
  if (unified) {
    return new EditorView({
      parent,
      doc: live,
      extensions: [
        readOnly(
          `YAML: ${titles.live}, with the lines of ${titles.desired} that differ`,
        ),
        unifiedMergeView({
          original: desired,
          mergeControls: false,
          collapseUnchanged: collapse ? COLLAPSE : undefined,
        }),
      ],
    });
  }
  return new MergeView({
    parent,
    a: { doc: desired, extensions: readOnly(`YAML: ${titles.desired}`) },
    b: { doc: live, extensions: readOnly(`YAML: ${titles.live}`) },
    gutter: true,
    collapseUnchanged: collapse ? COLLAPSE : undefined,
  });
}
