import type { ResourceDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { Name } from '../../components/Name/Name';
import { SafeLink } from '../../components/SafeLink/SafeLink';
import { StatusWord } from '../../components/StatusWord/StatusWord';
import { TimeAgo } from '../../components/TimeAgo/TimeAgo';
import { gitLooks } from '../../model/describeLayers';
import { shortSha } from '../../text/shortSha';
import { Layer } from './Layer';
import styles from './ResourcePage.module.css';

/**
 * Whether git has the resource, since which commit, and where it stands.
 *
 * @internal
 */
export const GitLayer = ({ resource }: { resource: ResourceDetail }) => {
  const { layers, source } = resource;
  const { state, since, commit } = layers.git;
  const { tone, word } = gitLooks[state];
  return (
    <Layer title="Git">
      <StatusWord tone={tone}>{word}</StatusWord>
      {(commit || since) && (
        <span className={styles.age}>
          {commit && (
            <>
              since commit{' '}
              <SafeLink href={commit.url}>
                <Name mono>{shortSha(commit.sha)}</Name>
              </SafeLink>
              {commit.author && (
                <>
                  {' by '}
                  <Name>{commit.author}</Name>
                </>
              )}
              {since && ', '}
            </>
          )}
          {since && (
            <>
              {!commit && 'since '}
              <TimeAgo at={since} clock={!commit} />
            </>
          )}
        </span>
      )}
      {source && (
        <span className={styles.note}>
          <SafeLink href={source.url}>
            <Name mono>{`${source.file}:${source.line}`}</Name>
          </SafeLink>
          {!commit && source.commit && (
            <>
              {' at '}
              <Name mono>{shortSha(source.commit)}</Name>
            </>
          )}
        </span>
      )}
    </Layer>
  );
};
