import type { ChangePreview } from '@cnoc/backstage-plugin-cnoc-common';
import { DiagnosticList } from '../../components/DiagnosticList/DiagnosticList';
import { Expandable } from '../../components/Expandable/Expandable';
import { Name } from '../../components/Name/Name';
import { Panel } from '../../components/Panel/Panel';
import { StatusWord } from '../../components/StatusWord/StatusWord';
import { describeChange } from '../../model/describeChange';
import { plural } from '../../text/plural';
import { shortSha } from '../../text/shortSha';
import styles from './ChangesPage.module.css';

/**
 * What the commit means, and what the fabric's rules say about it.
 *
 * @internal
 */
export const ChangeSummary = ({ preview }: { preview: ChangePreview }) => {
  const { diagnostics, base } = preview;
  const grave = diagnostics.filter(d => d.severity !== 'info');
  return (
    <Panel
      title={describeChange(preview)}
      note={
        <>
          on top of <Name mono>{shortSha(base)}</Name>
        </>
      }
    >
      {diagnostics.length === 0 ? (
        <StatusWord tone="good">The fabric’s rules have no remark</StatusWord>
      ) : (
        <Expandable
          label="Remarks of the fabric’s rules"
          summary={
            <StatusWord tone={grave.length > 0 ? 'warning' : 'good'}>
              {plural(diagnostics.length, 'remark')} about the fabric as it
              would be
            </StatusWord>
          }
        >
          <div className={styles.remarks}>
            <DiagnosticList label="Remarks" diagnostics={diagnostics} />
          </div>
        </Expandable>
      )}
    </Panel>
  );
};
