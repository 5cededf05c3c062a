import { getChunks } from '@codemirror/merge';
import { RangeSetBuilder, type Extension } from '@codemirror/state';
import {
  Decoration,
  ViewPlugin,
  WidgetType,
  type DecorationSet,
  type EditorView,
} from '@codemirror/view';

class Mark extends WidgetType {
  readonly #words: string;

  constructor(words: string) {
    super();
    this.#words = words;
  }

  override eq(other: Mark): boolean {
    return other.#words === this.#words;
  }

  override toDOM(): HTMLElement {
    const mark = document.createElement('span');
    mark.className = 'cnoc-changedMark';
    mark.textContent = this.#words;
    return mark;
  }
}

/**
 * Words before each line that differs, for those who hear the text and do not see its colour.
 *
 * @internal
 */
export function markChangedLines(words: string): Extension {
  const mark = Decoration.widget({ widget: new Mark(`${words}: `), side: -1 });
  return ViewPlugin.define(
    view => {
      const plugin = {
        decorations: marksOf(view, mark),
        // The comparison arrives after the document, so every update may bring it.
        update: () => {
          plugin.decorations = marksOf(view, mark);
        },
      };
      return plugin;
    },
    { decorations: plugin => plugin.decorations },
  );
}

function marksOf(view: EditorView, mark: Decoration): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const found = getChunks(view.state);
  for (const chunk of found?.chunks ?? []) {
    const [from, to] =
      found?.side === 'a'
        ? [chunk.fromA, chunk.endA]
        : [chunk.fromB, chunk.endB];
    const { doc } = view.state;
    const end = Math.min(to, doc.length);
    for (let at = from; at < end; at = doc.lineAt(at).to + 1) {
      builder.add(at, at, mark);
    }
  }
  return builder.finish();
}
