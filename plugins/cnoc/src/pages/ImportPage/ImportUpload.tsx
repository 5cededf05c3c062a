import { ErrorPanel } from '../../components/ErrorPanel/ErrorPanel';
import { Panel } from '../../components/Panel/Panel';
import { ProgressBar } from '../../components/ProgressBar/ProgressBar';
import { countVerdicts } from '../../model/mergeVerdicts';
import { plural } from '../../text/plural';
import { DropZone } from './DropZone';
import { ImportBar } from './ImportBar';
import { VerdictList } from './VerdictList';
import { useUpload } from './useUpload';
import styles from './ImportPage.module.css';

/**
 * Files of YAML: a verdict for each document, then drafts of the good ones.
 *
 * @internal
 */
export const ImportUpload = ({ fabric }: { fabric: string }) => {
  const { upload, error, check, draft } = useUpload(fabric);
  const counts = countVerdicts(upload?.items ?? []);
  const bringing = counts.create + counts.update;
  const twice = upload?.items.some(item =>
    item.diagnostics.some(({ rule }) => /duplicate/i.test(rule)),
  );
  return (
    <>
      <DropZone onFiles={check} />
      {error !== undefined && (
        <ErrorPanel
          title="The files could not be checked"
          error={error}
          stillWorks="Nothing was changed."
        />
      )}
      {upload && upload.stage !== 'checked' && (
        <Panel
          title={
            upload.stage === 'checking'
              ? `Checking ${upload.name}`
              : `Drafting ${upload.name}`
          }
        >
          <p className={styles.progress} role="status">
            {`${upload.done} of ${plural(upload.total, 'document')}`}
          </p>
          <ProgressBar
            label={`Documents of ${upload.name}`}
            done={upload.done}
            total={upload.total}
          />
        </Panel>
      )}
      {upload && upload.stage !== 'checking' && (
        <>
          <p className={styles.summary} role="status">
            {`${plural(upload.items.length, 'document')}: ${
              counts.create
            } new in git, ${counts.update} would change git, ${
              counts.same
            } there already, ${counts.invalid} invalid.`}
          </p>
          <VerdictList title="Documents" items={upload.items} />
          <ImportBar
            fabric={fabric}
            count={bringing}
            whyNot={whyNot({ bringing, twice })}
            onImport={({ file }) => draft(file)}
          />
        </>
      )}
    </>
  );
};

function whyNot(found: {
  bringing: number;
  twice: boolean | undefined;
}): string | undefined {
  if (found.bringing === 0) return 'No document would bring anything new.';
  return found.twice
    ? 'A resource stands twice: it is not clear which of them counts. Remove one and upload again.'
    : undefined;
}
