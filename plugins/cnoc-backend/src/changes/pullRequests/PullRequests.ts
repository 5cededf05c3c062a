import { InputError } from '@backstage/errors';
import type { Provider } from '@cnoc/backstage-plugin-cnoc-common';
import type { AddressPolicy } from '../../fabrics/network';
import type {
  RepositoryDefinition,
  RepositoryService,
} from '../../repositories';
import { HostApi } from './HostApi';
import { authorizationOf, hostOf } from './hostOf';
import { PullRequestError } from './PullRequestError';
import type { OpenPullRequest, PullRequestInput } from './PullRequestHost';

/** Opens pull requests (GitLab says merge requests) at the hosts of git remotes. */
export class PullRequests {
  readonly #repositories: Pick<RepositoryService, 'registry' | 'auth'>;
  readonly #policy: AddressPolicy;
  readonly #bases: Partial<Record<Provider, string>>;

  private constructor(options: PullRequestsOptions) {
    this.#repositories = options.repositories;
    this.#policy = options.policy;
    this.#bases = options.bases ?? {};
  }

  static create(options: PullRequestsOptions): PullRequests {
    return new PullRequests(options);
  }

  /** @throws InputError where the host takes none from CNOC, so that nothing is pushed for one */
  assertSupported(definition: RepositoryDefinition): void {
    if (hostOf(definition, this.#bases)) return;
    throw new InputError(
      `body.pullRequest: CNOC opens none at this host (${definition.provider}); push the branch, and open it there`,
    );
  }

  /**
   * Opens one, or finds the one that is open between the two branches.
   *
   * @param options - `token` of the person herself; else the repository's own secret opens it
   * @throws PullRequestError, CredentialError
   */
  async open(
    repository: string,
    input: PullRequestInput,
    options: { actor: string; token?: string },
  ): Promise<OpenPullRequest> {
    const definition = await this.#repositories.registry.get(repository);
    const place = hostOf(definition, this.#bases);
    if (!place) throw new PullRequestError('The host takes none from CNOC.');
    const secret = options.token
      ? ({ type: 'token', secret: options.token } as const)
      : await this.#repositories.auth.of(definition, {
          action: 'write',
          actor: options.actor,
        });
    const authorization = authorizationOf(secret, definition.provider);
    if (!authorization) {
      throw new PullRequestError(
        'To open a pull request, the git host’s API needs a token: give yours, or give the repository a credential with one.',
      );
    }
    const api = HostApi.create({
      base: place.base,
      authorization,
      secret: secret && 'secret' in secret ? secret.secret : undefined,
      skipTLSVerify: definition.skipTLSVerify,
      policy: this.#policy,
    });
    try {
      const { host } = place;
      const found =
        (await host.find(api, input)) ??
        (await host.create(api, input)) ??
        (await host.find(api, input));
      if (found) return found;
      throw new PullRequestError(
        'The git host says that there is such a pull request, and does not show it.',
      );
    } finally {
      await api.close();
    }
  }
}

export interface PullRequestsOptions {
  repositories: Pick<RepositoryService, 'registry' | 'auth'>;
  policy: AddressPolicy;
  /** For tests: roots of APIs */
  bases?: Partial<Record<Provider, string>>;
}
