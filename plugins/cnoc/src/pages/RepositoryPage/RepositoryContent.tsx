import type { RepositoryDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { FabricsUsing } from '../../components/FabricsUsing/FabricsUsing';
import { HealthPanel } from './HealthPanel';
import { HostKeyPanel } from './HostKeyPanel';
import { RepositoryFacts } from './RepositoryFacts';
import { SignersPanel } from './SignersPanel';
import { WebhookPanel } from './WebhookPanel';
import styles from './RepositoryPage.module.css';

/**
 * What is known of a repository; a changed host key stands before everything else.
 *
 * @internal
 */
export const RepositoryContent = (props: {
  repository: RepositoryDetail;
  onChanged: () => void;
}) => {
  const { repository, onChanged } = props;
  const { hostKey } = repository;
  const hostKeyPanel = hostKey && (
    <HostKeyPanel
      repository={repository}
      hostKey={hostKey}
      onChanged={onChanged}
    />
  );
  return (
    <>
      <RepositoryFacts repository={repository} />
      {hostKey?.offered && hostKeyPanel}
      <div className={styles.columns}>
        <div className={styles.column}>
          <HealthPanel repository={repository} />
          <FabricsUsing
            title="Fabrics read from it"
            names={repository.fabrics}
            hint="A fabric names the repository and a directory in it."
            place={fabric => fabric.repository.path}
            fact="sync"
          />
        </div>
        <div className={styles.column}>
          <WebhookPanel repository={repository} />
          {!hostKey?.offered && hostKeyPanel}
          {repository.requireSignedCommits && (
            <SignersPanel repository={repository} />
          )}
        </div>
      </div>
    </>
  );
};
