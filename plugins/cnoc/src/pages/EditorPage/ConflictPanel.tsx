import { Button } from '@backstage/ui';
import type { DraftDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { Panel } from '../../components/Panel/Panel';
import { StatusWord } from '../../components/StatusWord/StatusWord';
import { YamlDiff } from '../../components/YamlDiff/YamlDiff';
import { shortSha } from '../../text/shortSha';
import styles from './EditorPage.module.css';

/**
 * Git's document changed since the draft began: shows how, and lets the person begin again from it.
 *
 * @internal
 */
export const ConflictPanel = (props: {
  draft: DraftDetail;
  onTakeTheirs: (text: string) => void;
}) => {
  const { base, theirs } = props.draft;
  const commit = theirs?.commit ? ` in ${shortSha(theirs.commit)}` : '';
  return (
    <Panel
      flush
      title={`Git changed this document since the draft began${commit}`}
      actions={
        <>
          <StatusWord tone="warning">Git changed</StatusWord>
          {theirs?.yaml !== undefined && (
            <Button
              size="small"
              variant="secondary"
              onPress={() => props.onTakeTheirs(theirs.yaml!)}
            >
              Begin again from git’s text
            </Button>
          )}
        </>
      }
    >
      <p className={styles.wait}>
        {theirs?.yaml === undefined
          ? 'Git has the resource no longer. Saving the draft would bring it back.'
          : 'Work git’s change into the text below, then save: the draft builds on the newest commit again.'}
      </p>
      {theirs?.yaml !== undefined && base && (
        <YamlDiff
          desired={theirs.yaml}
          live={base.yaml}
          titles={{ desired: 'Git now', live: 'When the draft began' }}
        />
      )}
    </Panel>
  );
};
