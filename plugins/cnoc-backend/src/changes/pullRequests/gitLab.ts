import { createdOf, firstOf } from './answers';
import type { PullRequestHost } from './PullRequestHost';

const fields = { url: ['web_url'], number: 'iid' };

/** GitLab, REST v4. @param repository - groups and project */
export function gitLab(repository: readonly string[]): PullRequestHost {
  const project = encodeURIComponent(repository.join('/'));
  const requests = `/projects/${project}/merge_requests`;
  return {
    find: async (api, { source, target }) => {
      const query = new URLSearchParams({
        state: 'opened',
        source_branch: source,
        target_branch: target,
      });
      return firstOf(
        await api.call('GET', `${requests}?${query}`),
        list => list,
        fields,
      );
    },
    create: async (api, { title, description, source, target }) =>
      createdOf(
        await api.call('POST', requests, {
          title,
          description: description ?? '',
          source_branch: source,
          target_branch: target,
        }),
        fields,
        [409],
      ),
  };
}
