import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup, useBreakpoint } from '@backstage/ui';
import type { DraftDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { ObjectForm } from '../../components/ObjectForm/ObjectForm';
import { Panel } from '../../components/Panel/Panel';
import { Name } from '../../components/Name/Name';
import { YamlEditor } from '../../components/YamlEditor/YamlEditor';
import { ConflictPanel } from './ConflictPanel';
import { EditorBar } from './EditorBar';
import { EditorDiagnostics } from './EditorDiagnostics';
import { useDraftText } from './useDraftText';
import type { StartingPoint } from './useStartingPoint';
import styles from './EditorPage.module.css';

/**
 * Form and text of one resource, what is wrong with it, and the bar that saves.
 *
 * @internal
 */
export const Editor = (props: {
  fabric: string;
  kind: string;
  name?: string;
  start: StartingPoint;
}) => {
  const { fabric, kind, name, start } = props;
  const [draft, setDraft] = useState<DraftDetail | undefined>(start.draft);
  const document = useDraftText(start, { kind, name });
  const [goTo, setGoTo] = useState<{ line: number }>();
  const narrow = useBreakpoint().down('md');
  const [shown, setShown] = useState<'form' | 'yaml'>('form');
  const deleting = draft?.action === 'delete';
  const showForm = !narrow || shown === 'form';
  const showYaml = !narrow || shown === 'yaml';

  // What the engine found in the whole fabric stands until the text is another.
  const fromEngine = document.changed
    ? []
    : (draft?.diagnostics ?? []).filter(
        one => !document.diagnostics.some(own => own.rule === one.rule),
      );
  return (
    <>
      {draft?.state === 'conflict' && (
        <ConflictPanel
          draft={draft}
          onTakeTheirs={theirs => document.setText(theirs)}
        />
      )}
      {narrow && (
        <ToggleButtonGroup
          aria-label="View"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[shown]}
          onSelectionChange={keys =>
            setShown([...keys][0] === 'yaml' ? 'yaml' : 'form')
          }
        >
          <ToggleButton id="form">Form</ToggleButton>
          <ToggleButton id="yaml">YAML</ToggleButton>
        </ToggleButtonGroup>
      )}
      <div className={styles.sides} data-deleting={deleting ? '' : undefined}>
        {showForm && (
          <Panel
            title="Form"
            flush
            note={
              document.readable ? undefined : 'waits until the text can be read'
            }
          >
            {document.object ? (
              <ObjectForm
                object={document.object}
                diagnostics={document.diagnostics}
                isDisabled={!document.readable || deleting}
                onChange={document.edit}
              />
            ) : (
              <p className={styles.wait}>
                The form appears when the text beside it can be read.
              </p>
            )}
          </Panel>
        )}
        <div className={styles.side}>
          {showYaml && (
            <Panel
              title="YAML"
              flush
              note={
                (draft?.file ?? start.file) && (
                  <Name mono>{(draft?.file ?? start.file)!}</Name>
                )
              }
            >
              <YamlEditor
                label={`YAML of ${kind} ${name ?? ''}`}
                text={document.text}
                diagnostics={document.diagnostics}
                goTo={goTo}
                onChange={document.setText}
              />
            </Panel>
          )}
          <EditorDiagnostics
            diagnostics={[...document.diagnostics, ...fromEngine]}
            onGoTo={line => {
              setShown('yaml');
              setGoTo({ line });
            }}
          />
        </div>
      </div>
      <EditorBar
        fabric={fabric}
        kind={kind}
        name={document.object?.metadata.name || name}
        start={start}
        draft={draft}
        text={document.text}
        changed={document.changed}
        critical={
          document.diagnostics.filter(d => d.severity === 'critical').length
        }
        onSaved={saved => {
          setDraft(saved);
          document.wasSaved(saved);
        }}
      />
    </>
  );
};
