import { createdOf, firstOf } from './answers';
import { refusalOf } from './HostApi';
import type { PullRequestHost } from './PullRequestHost';

const fields = { url: ['html_url'], number: 'number' };

/** GitHub and GitHub Enterprise Server, REST v3. @param repository - owner and name */
export function gitHub(repository: readonly string[]): PullRequestHost {
  const [owner] = repository;
  const pulls = `/repos/${repository.map(encodeURIComponent).join('/')}/pulls`;
  return {
    find: async (api, { source, target }) => {
      const query = new URLSearchParams({
        state: 'open',
        head: `${owner}:${source}`,
        base: target,
      });
      return firstOf(
        await api.call('GET', `${pulls}?${query}`),
        list => list,
        fields,
      );
    },
    create: async (api, { title, description, source, target }) => {
      const answer = await api.call('POST', pulls, {
        title,
        body: description ?? '',
        head: source,
        base: target,
      });
      // 422 also stands for "nothing between the branches", so only its words tell
      if (
        answer.status === 422 &&
        !/already exists/i.test(refusalOf(answer).message)
      ) {
        throw refusalOf(answer);
      }
      return createdOf(answer, fields, [422]);
    },
  };
}
