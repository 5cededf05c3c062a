import { createdOf, firstOf } from './answers';
import { fieldOf } from './HostApi';
import type { PullRequestHost } from './PullRequestHost';

const fields = { url: ['links', 'html', 'href'], number: 'id' };

/** Bitbucket Cloud, REST 2.0. @param repository - workspace and name */
export function bitbucket(repository: readonly string[]): PullRequestHost {
  const requests = `/repositories/${repository
    .map(encodeURIComponent)
    .join('/')}/pullrequests`;
  return {
    find: async (api, { source, target }) => {
      const query = new URLSearchParams({
        q: [
          'state = "OPEN"',
          `source.branch.name = ${JSON.stringify(source)}`,
          `destination.branch.name = ${JSON.stringify(target)}`,
        ].join(' AND '),
      });
      return firstOf(
        await api.call('GET', `${requests}?${query}`),
        body => fieldOf(body, 'values'),
        fields,
      );
    },
    create: async (api, { title, description, source, target }) =>
      createdOf(
        await api.call('POST', requests, {
          title,
          description: description ?? '',
          source: { branch: { name: source } },
          destination: { branch: { name: target } },
        }),
        fields,
        [409],
      ),
  };
}
