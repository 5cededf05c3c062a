import { ButtonLink } from '@backstage/ui';
import type { CommitResult } from '@cnoc/backstage-plugin-cnoc-common';
import { CommitLabel } from '../../components/CommitLabel/CommitLabel';
import { Name } from '../../components/Name/Name';
import { Panel } from '../../components/Panel/Panel';
import { SafeLink } from '../../components/SafeLink/SafeLink';
import { StatusWord } from '../../components/StatusWord/StatusWord';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { plural } from '../../text/plural';
import styles from './ChangesPage.module.css';

/**
 * What was written, and where to go from there.
 *
 * @internal
 */
export const CommittedPanel = (props: {
  fabric: string;
  result: CommitResult;
}) => {
  const { fabric, result } = props;
  const links = useCnocLinks();
  return (
    <div role="status">
      <Panel
        title={`${plural(result.files, 'file')} written to ${result.branch}`}
        actions={
          result.pullRequest ? undefined : (
            <ButtonLink size="small" href={links.plan(fabric)}>
              Review the plan
            </ButtonLink>
          )
        }
      >
        <div className={styles.commit}>
          <StatusWord tone="good">
            {result.pullRequest ? 'Waits for a review' : 'In git'}
          </StatusWord>
          <CommitLabel commit={result.commit} />
          {result.pullRequest && (
            <span>
              <SafeLink href={result.pullRequest.url}>
                {`Pull request${
                  result.pullRequest.number
                    ? ` ${result.pullRequest.number}`
                    : ''
                }`}
              </SafeLink>
            </span>
          )}
          {result.warning && (
            <StatusWord tone="warning">
              <Name>{result.warning}</Name>
            </StatusWord>
          )}
        </div>
      </Panel>
    </div>
  );
};
