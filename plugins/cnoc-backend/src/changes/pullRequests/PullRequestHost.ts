import type { HostApi } from './HostApi';

/** A request to merge one branch into another. */
export interface PullRequestInput {
  title: string;
  description?: string;
  /** The branch with the change. */
  source: string;
  /** Where it shall go. */
  target: string;
}

/** One that the host has. */
export interface OpenPullRequest {
  url: string;
  number?: number;
}

/** How one sort of host names and opens pull requests. */
export interface PullRequestHost {
  /** An open one from source to target. */
  find(
    api: HostApi,
    input: PullRequestInput,
  ): Promise<OpenPullRequest | undefined>;
  /** @returns undefined when the host says that there is one already */
  create(
    api: HostApi,
    input: PullRequestInput,
  ): Promise<OpenPullRequest | undefined>;
}
