import type { FabricGit } from '@cnoc/backstage-plugin-cnoc-common';
import { CommitLabel } from '../../../components/CommitLabel/CommitLabel';
import { InlineLink } from '../../../components/InlineLink/InlineLink';
import { Name } from '../../../components/Name/Name';
import { Panel } from '../../../components/Panel/Panel';
import { StatusWord } from '../../../components/StatusWord/StatusWord';
import { TimeAgo } from '../../../components/TimeAgo/TimeAgo';
import { useCnocLinks } from '../../../hooks/useCnocLinks';
import { describeGit } from '../../../model/describeGit';
import { plural } from '../../../text/plural';
import styles from './GitTab.module.css';

/**
 * Where intent comes from, and how far it was read.
 *
 * @internal
 */
export const GitFacts = ({ git }: { git: FabricGit }) => {
  const links = useCnocLinks();
  const { tone, word, sentence } = describeGit(git);
  return (
    <Panel
      title={sentence}
      note={git.sync.at && <TimeAgo at={git.sync.at} />}
      actions={<StatusWord tone={tone}>{word}</StatusWord>}
    >
      <dl className={styles.facts}>
        <div>
          <dt>Repository</dt>
          <dd>
            <InlineLink href={links.repository(git.repository.name)}>
              <Name>{git.repository.name}</Name>
            </InlineLink>{' '}
            <Name mono>{`@${git.branch}:${git.path || '/'}`}</Name>
          </dd>
        </div>
        <div>
          <dt>In force</dt>
          <dd>
            {git.commit ? <CommitLabel commit={git.commit} /> : 'nothing yet'}
          </dd>
        </div>
        {git.head && git.head.sha !== git.commit?.sha && (
          <div>
            <dt>Newest on the branch</dt>
            <dd>
              <CommitLabel commit={git.head} />
            </dd>
          </div>
        )}
        <div>
          <dt>Holds</dt>
          <dd>
            {plural(git.resources, 'resource')} in {plural(git.files, 'file')}
          </dd>
        </div>
      </dl>
    </Panel>
  );
};
