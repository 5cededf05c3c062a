import { createdOf, pullRequestOf } from './answers';
import { fieldOf, refusalOf } from './HostApi';
import type { PullRequestHost } from './PullRequestHost';

const fields = { url: ['html_url'], number: 'number' };

/** Gitea and Forgejo, REST v1. @param repository - owner and name */
export function gitea(repository: readonly string[]): PullRequestHost {
  const pulls = `/repos/${repository.map(encodeURIComponent).join('/')}/pulls`;
  return {
    find: async (api, { source, target }) => {
      const answer = await api.call(
        'GET',
        `${pulls}/${encodeURIComponent(target)}/${source
          .split('/')
          .map(encodeURIComponent)
          .join('/')}`,
      );
      if (answer.status === 404) return undefined;
      if (answer.status !== 200) throw refusalOf(answer);
      return fieldOf(answer.body, 'state') === 'open'
        ? pullRequestOf(answer.body, fields)
        : undefined;
    },
    create: async (api, { title, description, source, target }) =>
      createdOf(
        await api.call('POST', pulls, {
          title,
          body: description ?? '',
          head: source,
          base: target,
        }),
        fields,
        [409],
      ),
  };
}
