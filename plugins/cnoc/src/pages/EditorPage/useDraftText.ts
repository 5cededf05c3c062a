import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { DraftDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { editDocument, type KubernetesObject } from '@cnoc/hedgehog';
import { readDocument } from '../../model/readDocument';
import type { StartingPoint } from './useStartingPoint';

/**
 * The text being edited: the one truth that the form and the YAML view share. Typing changes it, the form changes the
 * lines that it touches, and both are read again from it.
 *
 * @internal
 */
export function useDraftText(
  start: StartingPoint,
  expected: { kind: string; name?: string },
) {
  const { kind, name } = expected;
  const [text, setText] = useState(start.text);
  const [saved, setSaved] = useState(start.draft ? start.text : undefined);
  const settled = useDeferredValue(text);
  const reading = useMemo(
    () => readDocument(settled, { kind, name }),
    [settled, kind, name],
  );
  // A form needs something to show while the text is half typed.
  const [lastObject, setLastObject] = useState(reading.object);
  useEffect(() => {
    if (reading.object) setLastObject(reading.object);
  }, [reading.object]);

  const changed = text !== (saved ?? start.text);
  useEffect(() => {
    if (!changed) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [changed]);

  return {
    text,
    setText,
    object: reading.object ?? lastObject,
    readable: reading.object !== undefined,
    diagnostics: reading.diagnostics,
    changed,
    edit: (object: KubernetesObject) =>
      setText(before => editDocument(before, object).text),
    wasSaved: (draft: DraftDetail) => setSaved(draft.yaml ?? text),
  };
}
