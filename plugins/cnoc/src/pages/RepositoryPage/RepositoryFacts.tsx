import type { RepositoryDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { CommitLabel } from '../../components/CommitLabel/CommitLabel';
import { CredentialLink } from '../../components/CredentialLink/CredentialLink';
import { FactGrid } from '../../components/FactGrid/FactGrid';
import { RepositoryHealthWord } from '../../components/RepositoryHealthWord/RepositoryHealthWord';
import { StatusWord } from '../../components/StatusWord/StatusWord';
import { TimeAgo } from '../../components/TimeAgo/TimeAgo';
import { describeHealth } from '../../model/describeRepository';

/** @internal */
export const RepositoryFacts = (props: { repository: RepositoryDetail }) => {
  const { repository } = props;
  const { health, head, readAt } = repository;
  const stale = health.state !== 'reachable';
  return (
    <FactGrid
      facts={[
        {
          label: 'Health',
          tone: describeHealth(health).tone,
          value: <RepositoryHealthWord health={health} />,
          message: health.message,
        },
        {
          label: `Newest commit on ${repository.branch}`,
          stale: stale && head !== undefined,
          value: head ? <CommitLabel commit={head} /> : 'none seen yet',
        },
        {
          label: 'Last answer',
          stale: stale && readAt !== undefined,
          value: readAt ? <TimeAgo at={readAt} /> : 'never',
        },
        {
          label: 'Credential',
          value: <CredentialLink repository={repository} />,
        },
        {
          label: 'Trust',
          tone: repository.skipTLSVerify ? 'warning' : undefined,
          value: repository.requireSignedCommits ? (
            <StatusWord tone="good">Signed commits only</StatusWord>
          ) : (
            'Any commit'
          ),
          message: repository.skipTLSVerify
            ? 'The host’s TLS certificate is not checked.'
            : undefined,
        },
      ]}
    />
  );
};
