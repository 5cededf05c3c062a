/** A pull request that could not be opened. The message is fit for people and holds no secret. */
export class PullRequestError extends Error {
  name = 'PullRequestError';
}
