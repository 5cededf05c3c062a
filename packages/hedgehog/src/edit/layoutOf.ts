import { isMap, isSeq, visit } from 'yaml';
import { Layout } from './printValue';
import { SourceNodes } from './SourceNodes';

/** How a document indents: as its first map below a key does, and its first list. */
export function layoutOf(nodes: SourceNodes): Layout {
  let step: number | undefined;
  let listStep: number | undefined;
  visit(nodes.root, {
    Pair(_, pair) {
      const { key, value } = pair;
      const range = (key as { range?: [number] } | null)?.range;
      if (!range) return undefined;
      const column = nodes.column(range[0]);
      if (step === undefined && isMap(value) && !value.flow && value.range) {
        step = nodes.column(value.range[0]) - column;
      }
      if (
        listStep === undefined &&
        isSeq(value) &&
        !value.flow &&
        value.range
      ) {
        listStep = nodes.column(value.range[0]) - column;
      }
      return step !== undefined && listStep !== undefined
        ? visit.BREAK
        : undefined;
    },
  });
  return {
    step: step && step > 0 ? step : 2,
    listStep: listStep !== undefined && listStep >= 0 ? listStep : 2,
  };
}
