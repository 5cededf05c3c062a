import type { ChangePreview } from '@cnoc/backstage-plugin-cnoc-common';
import { Expandable } from '../../components/Expandable/Expandable';
import { Name } from '../../components/Name/Name';
import { Panel } from '../../components/Panel/Panel';
import { RowList } from '../../components/RowList/RowList';
import { UnifiedDiff } from '../../components/UnifiedDiff/UnifiedDiff';
import { describeChange } from '../../model/describeChange';
import styles from './ChangesPage.module.css';

const words = { add: 'Added', modify: 'Changed', delete: 'Removed' };

/**
 * Every file that the commit touches, opening to its lines.
 *
 * @internal
 */
export const ChangedFiles = ({ preview }: { preview: ChangePreview }) => (
  <Panel flush title="In git" note={describeChange(preview)}>
    <RowList label="Changed files">
      {preview.files.map(file => (
        <li key={file.path}>
          <Expandable
            label={`Lines of ${file.path}`}
            initiallyOpen={preview.files.length <= 3}
            summary={
              <span className={styles.file}>
                <Name mono>{file.path}</Name>
                <span className={styles.note}>{words[file.action]}</span>
              </span>
            }
          >
            {file.diff === undefined ? undefined : (
              <UnifiedDiff label={`Changes of ${file.path}`} diff={file.diff} />
            )}
          </Expandable>
        </li>
      ))}
    </RowList>
    {preview.moreFiles > 0 && (
      <p className={styles.wait}>and {preview.moreFiles} more files.</p>
    )}
  </Panel>
);
