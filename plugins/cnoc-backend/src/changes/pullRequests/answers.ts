import { fieldOf, linkOf, refusalOf, type HostAnswer } from './HostApi';
import type { OpenPullRequest } from './PullRequestHost';

/** Where a host's answer has the web page and the number of a pull request. */
export interface Fields {
  url: readonly string[];
  number: string;
}

export function pullRequestOf(
  body: unknown,
  fields: Fields,
): OpenPullRequest | undefined {
  const url = linkOf(fieldOf(body, ...fields.url));
  const number = fieldOf(body, fields.number);
  if (!url) return undefined;
  return Number.isSafeInteger(number)
    ? { url, number: Number(number) }
    : { url };
}

/**
 * The answer to a POST that opens one.
 *
 * @param taken - statuses that mean "there is one already"
 * @returns undefined for those
 * @throws PullRequestError
 */
export function createdOf(
  answer: HostAnswer,
  fields: Fields,
  taken: readonly number[],
): OpenPullRequest | undefined {
  if (taken.includes(answer.status)) return undefined;
  const created =
    answer.status === 200 || answer.status === 201
      ? pullRequestOf(answer.body, fields)
      : undefined;
  if (!created) throw refusalOf(answer);
  return created;
}

/** The first of a list that a GET gave; undefined for an empty one. @throws PullRequestError */
export function firstOf(
  answer: HostAnswer,
  list: (body: unknown) => unknown,
  fields: Fields,
): OpenPullRequest | undefined {
  const items = list(answer.body);
  if (answer.status !== 200 || !Array.isArray(items)) throw refusalOf(answer);
  return items.length > 0 ? pullRequestOf(items[0], fields) : undefined;
}
