import { Button } from '@backstage/ui';
import { ErrorPanel } from '../../components/ErrorPanel/ErrorPanel';
import { ProgressBar } from '../../components/ProgressBar/ProgressBar';
import { plural } from '../../text/plural';
import type { ExportState } from './useExport';
import styles from './DriftPage.module.css';

/**
 * How far the export is, and what it left out.
 *
 * @internal
 */
export const ExportNote = (props: {
  state: ExportState;
  onCancel: () => void;
  onRetry: () => void;
}) => {
  const { state } = props;
  if (state.is === 'failed') {
    return (
      <ErrorPanel
        title={`The export stopped after ${plural(state.done, 'finding')}`}
        error={state.error}
        stillWorks="No file was saved."
        onRetry={props.onRetry}
      />
    );
  }
  return (
    <div className={styles.export} role="status">
      {state.is === 'running' && (
        <>
          <span>
            Exporting: {state.done.toLocaleString('en')}
            {state.total !== undefined &&
              ` of ${plural(state.total, 'finding')}`}
          </span>
          {state.total !== undefined && (
            <ProgressBar label="Export" done={state.done} total={state.total} />
          )}
          <Button variant="secondary" size="small" onPress={props.onCancel}>
            Cancel
          </Button>
        </>
      )}
      {state.is === 'done' && <span>{describeDone(state)}</span>}
    </div>
  );
};

function describeDone(state: ExportState & { is: 'done' }): string {
  const { exported, total, more } = state;
  if (!more) return `${plural(exported, 'finding')} exported.`;
  const left =
    total === undefined
      ? 'the less severe ones were'
      : `the ${(total - exported).toLocaleString('en')} least severe were`;
  return `The worst ${plural(
    exported,
    'finding',
  )} exported; ${left} left out. Narrow the filter to have them.`;
}
