import type { Provider } from './providers';

/**
 * Where a host sends its push events from, and what to enter there.
 *
 * @internal
 */
export type WebhookSetup = { where: string; enter: string[] };

const setups: Record<Provider, WebhookSetup> = {
  github: {
    where: 'Settings › Webhooks › Add webhook',
    enter: [
      'Payload URL: the address above',
      'Content type: application/json',
      'Secret: the one stored here',
      'Events: just the push event',
    ],
  },
  gitlab: {
    where: 'Settings › Webhooks › Add new webhook',
    enter: [
      'URL: the address above',
      'Secret token: the one stored here',
      'Trigger: push events',
    ],
  },
  bitbucket: {
    where: 'Repository settings › Webhooks › Add webhook',
    enter: [
      'URL: the address above',
      'Secret: the one stored here',
      'Triggers: repository push',
    ],
  },
  azure: {
    where: 'Project settings › Service hooks › Web Hooks',
    enter: [
      'Event: code pushed, for this repository',
      'URL: the address above',
      'Basic authentication: any user name, and the secret stored here as password',
    ],
  },
  gitea: {
    where: 'Settings › Webhooks › Add webhook › Gitea',
    enter: [
      'Target URL: the address above, by POST as application/json',
      'Secret: the one stored here',
      'Trigger on: push events',
    ],
  },
  git: {
    where: 'a post-receive hook of the repository on its host',
    enter: [
      'POST the pushed refs as JSON to the address above',
      'Header X-Hub-Signature-256: sha256= and the body’s HMAC-SHA-256 under the secret stored here, in hex',
    ],
  },
};

/** @internal */
export const webhookSetup = (provider: Provider): WebhookSetup =>
  setups[provider];
