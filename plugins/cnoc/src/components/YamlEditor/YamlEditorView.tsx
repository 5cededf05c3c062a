import { useEffect, useRef } from 'react';
import type { Diagnostic } from '@cnoc/hedgehog';
import { createYamlEditor, type YamlEditorHandle } from './createYamlEditor';
import styles from './YamlEditor.module.css';

/** @internal */
export type YamlEditorProps = {
  label: string;
  text: string;
  diagnostics: readonly Diagnostic[];
  /** Line to show; a new object shows it again */
  goTo?: { line: number };
  onChange: (text: string) => void;
};

/**
 * Holds the editor; a module of its own so that it is loaded only where somebody edits.
 *
 * @internal
 */
export const YamlEditorView = (props: YamlEditorProps) => {
  const { label, text, diagnostics, goTo } = props;
  const parent = useRef<HTMLDivElement>(null);
  const editor = useRef<YamlEditorHandle>();
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    if (!parent.current) return undefined;
    const created = createYamlEditor({
      parent: parent.current,
      label,
      text: latest.current.text,
      onChange: changed => latest.current.onChange(changed),
    });
    editor.current = created;
    created.setDiagnostics(latest.current.diagnostics);
    return () => created.destroy();
  }, [label]);
  useEffect(() => editor.current?.setText(text), [text]);
  useEffect(() => editor.current?.setDiagnostics(diagnostics), [diagnostics]);
  useEffect(() => {
    if (goTo) editor.current?.goToLine(goTo.line);
  }, [goTo]);
  return <div ref={parent} className={styles.editor} />;
};
