import type { Diagnostic } from '@cnoc/hedgehog';
import { Name } from '../../components/Name/Name';
import { Panel } from '../../components/Panel/Panel';
import { RowList } from '../../components/RowList/RowList';
import { SeverityWord } from '../../components/SeverityWord/SeverityWord';
import { StatusWord } from '../../components/StatusWord/StatusWord';
import { plural } from '../../text/plural';
import styles from './EditorPage.module.css';

const SHOWN = 50;

/**
 * What is wrong with the text, each leading to its line.
 *
 * @internal
 */
export const EditorDiagnostics = (props: {
  diagnostics: readonly Diagnostic[];
  onGoTo: (line: number) => void;
}) => {
  const { diagnostics } = props;
  return (
    <div aria-live="polite">
      <Panel
        flush
        title="Diagnostics"
        note={
          diagnostics.length > 0 ? (
            plural(diagnostics.length, 'remark')
          ) : (
            <StatusWord tone="good">Nothing is wrong</StatusWord>
          )
        }
      >
        {diagnostics.length > 0 && (
          <RowList label="Diagnostics">
            {diagnostics.slice(0, SHOWN).map((diagnostic, index) => (
              <li key={index} className={styles.diagnostic}>
                <SeverityWord severity={diagnostic.severity} />
                <div className={styles.text}>
                  <Name>{diagnostic.message}</Name>
                  <span className={styles.note}>
                    {diagnostic.line !== undefined && (
                      <button
                        type="button"
                        className={styles.line}
                        onClick={() => props.onGoTo(diagnostic.line!)}
                      >
                        line {diagnostic.line}
                      </button>
                    )}
                    {diagnostic.path && <Name mono>{diagnostic.path}</Name>}
                    {diagnostic.hint && <Name>{diagnostic.hint}</Name>}
                  </span>
                </div>
              </li>
            ))}
          </RowList>
        )}
        {diagnostics.length > SHOWN && (
          <p className={styles.wait}>
            The worst {SHOWN} of {diagnostics.length}.
          </p>
        )}
      </Panel>
    </div>
  );
};
