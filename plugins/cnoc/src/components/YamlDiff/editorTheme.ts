import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/**
 * Colours come from the portal's tokens, so that the editors follow its theme without being told.
 *
 * @internal
 */
export const editorTheme = EditorView.theme({
  '&': {
    backgroundColor: 'transparent',
    color: 'var(--bui-fg-primary)',
    fontSize: 'var(--bui-font-size-2)',
  },
  '&.cm-focused': { outline: '2px solid var(--bui-accent-bg)' },
  '.cm-content, .cm-gutters': {
    fontFamily: 'var(--bui-font-monospace)',
    lineHeight: '1.6',
  },
  '.cm-gutters': {
    backgroundColor: 'transparent',
    color: 'var(--cnoc-muted)',
    border: 'none',
  },
  '&.cm-merge-a .cm-changedLine, .cm-deletedChunk, .cm-inlineChangedLine': {
    backgroundColor:
      'color-mix(in srgb, var(--bui-positive-bg) 10%, transparent)',
  },
  '&.cm-merge-b .cm-changedLine': {
    backgroundColor:
      'color-mix(in srgb, var(--bui-negative-bg) 12%, transparent)',
  },
  '&.cm-merge-a .cm-changedText, .cm-deletedChunk .cm-deletedText': {
    background: 'none',
    boxShadow: 'inset 0 -2px 0 var(--bui-positive-border)',
  },
  '&.cm-merge-b .cm-changedText': {
    background: 'none',
    boxShadow: 'inset 0 -2px 0 var(--bui-negative-border)',
  },
  '&.cm-merge-a .cm-changedLineGutter, .cm-deletedLineGutter': {
    background: 'var(--bui-positive-border)',
  },
  '&.cm-merge-b .cm-changedLineGutter': {
    background: 'var(--bui-negative-border)',
  },
  // Heard and not seen.
  '.cnoc-changedMark': {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  '.cm-collapsedLines': {
    background: 'var(--cnoc-inset)',
    color: 'var(--cnoc-muted)',
    padding: '4px 8px',
    // The default ornament is a sign that few fonts have.
    '&:before': { content: '"⋯"' },
    '&:after': { content: '"⋯"' },
  },
});

// Nearer to the text colour, because these also stand on the tinted lines.
const readable = (color: string) =>
  `color-mix(in srgb, ${color} 65%, var(--bui-fg-primary))`;

/** @internal */
export const highlightStyle = HighlightStyle.define([
  {
    tag: [tags.propertyName, tags.definition(tags.propertyName)],
    color: readable('var(--bui-announcement-fg-subdued)'),
  },
  {
    tag: [tags.number, tags.bool, tags.null],
    color: readable('var(--bui-warning-fg-subdued)'),
  },
  { tag: tags.comment, color: 'var(--cnoc-muted)' },
]);
