import type { RepositoryDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { CopyText } from '../../components/CopyText/CopyText';
import { Panel } from '../../components/Panel/Panel';
import { StatusWord } from '../../components/StatusWord/StatusWord';
import { TimeAgo } from '../../components/TimeAgo/TimeAgo';
import { usePortalAddress } from '../../hooks/usePortalAddress';
import { providerLabels } from '../../model/providers';
import { webhookSetup } from '../../model/webhookSetup';
import styles from './RepositoryPage.module.css';

const WebhookWord = ({ webhook }: Pick<RepositoryDetail, 'webhook'>) => {
  if (webhook.receivedAt) {
    return (
      <>
        <StatusWord tone="good">The host announces pushes</StatusWord>, last{' '}
        <TimeAgo at={webhook.receivedAt} />
      </>
    );
  }
  return webhook.secret ? (
    <StatusWord tone="waiting">No push event came yet</StatusWord>
  ) : (
    <StatusWord tone="waiting">Not set up</StatusWord>
  );
};

/**
 * Where the host announces pushes, and how to have it do so.
 *
 * @internal
 */
export const WebhookPanel = (props: { repository: RepositoryDetail }) => {
  const { provider, webhook } = props.repository;
  const address = usePortalAddress(webhook.path) ?? webhook.path;
  const setup = webhookSetup(provider);
  return (
    <Panel title="Push events">
      <div className={styles.stack}>
        <span>
          <WebhookWord webhook={webhook} />
        </span>
        <CopyText label="the webhook address" text={address} />
        <div>
          <strong>
            {provider === 'git'
              ? 'Set up '
              : `On ${providerLabels[provider]}: `}
            {setup.where}
          </strong>
          <ul>
            {setup.enter.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
        <p className={styles.note}>
          {webhook.secret
            ? 'A secret is stored; it is never shown. Edit the repository to replace it.'
            : 'No secret is stored: every push event is refused. Edit the repository to store one.'}{' '}
          An event only ever has this repository read again; CNOC also asks the
          host by itself now and then.
        </p>
      </div>
    </Panel>
  );
};
