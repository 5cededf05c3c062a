import { ConflictError } from '@backstage/errors';
import type { RepositoryTest } from '@cnoc/backstage-plugin-cnoc-common';
import type { GitSecret, SecretValue } from '../credentials';
import type { AddressPolicy } from '../fabrics/network';
import { mayPush } from './mayPush';
import type { GitBranch, GitEngine, GitRemote } from './git/GitEngine';
import { GitError } from './git/GitError';
import { repositoryPath } from './git/gitNames';
import { isSshUrl } from './git/repositoryUrl';
import type { HostKeys } from './HostKeys';
import { nearest } from './nearest';
import type { RemoteAuth } from './RemoteAuth';
import type { RepositoryDefinition } from './RepositoryDefinition';
import { CheckFailure, failureOf } from './testFailure';
import { TestRun } from './TestRun';

const MOST_BRANCHES = 100;

/** What to try. */
export interface TestSubject {
  definition: RepositoryDefinition;
  /** In place of the secret that the definition would use */
  auth?: SecretValue;
  /** Directories that should be there */
  paths: readonly string[];
  actor: string;
}

/** Tries a remote step by step, and says in words what is wrong. Stores nothing. */
export class RepositoryTester {
  readonly #engine: GitEngine;
  readonly #auth: RemoteAuth;
  readonly #hostKeys: HostKeys;
  readonly #policy: AddressPolicy;

  private constructor(options: RepositoryTesterOptions) {
    this.#engine = options.engine;
    this.#auth = options.auth;
    this.#hostKeys = options.hostKeys;
    this.#policy = options.policy;
  }

  static create(options: RepositoryTesterOptions): RepositoryTester {
    return new RepositoryTester(options);
  }

  /**
   * Tries a new value of a credential with every repository that uses it.
   *
   * @throws ConflictError naming those that refuse it
   */
  async prove(
    value: SecretValue,
    users: readonly RepositoryDefinition[],
    options: { actor: string; signal?: AbortSignal },
  ): Promise<void> {
    const refusals: string[] = [];
    for (const definition of users) {
      const { ok, message } = await this.test(
        { definition, auth: value, paths: [], actor: options.actor },
        options.signal,
      );
      if (!ok) refusals.push(`${definition.name}: ${message}`);
    }
    if (refusals.length > 0) {
      throw new ConflictError(
        `The new value does not work, so the old one stays. ${refusals
          .slice(0, 5)
          .join(' ')}`,
      );
    }
  }

  /** Never throws for what is wrong with the remote: that is its answer. */
  async test(
    subject: TestSubject,
    signal?: AbortSignal,
  ): Promise<RepositoryTest> {
    const run = new TestRun();
    try {
      await this.#steps(subject, run, signal);
    } catch (error) {
      run.fail(failureOf(error, run.next));
    }
    return run.answer();
  }

  async #steps(
    { definition, auth, paths, actor }: TestSubject,
    run: TestRun,
    signal?: AbortSignal,
  ): Promise<void> {
    const { name, url, branch, skipTLSVerify } = definition;
    await this.#checkAddress(url, run);
    const secret = auth
      ? this.#auth.fitted(definition, auth)
      : await this.#auth.of(definition, { action: 'test', actor });
    const plain: GitRemote = {
      name,
      url,
      ...(secret && { auth: secret }),
      ...(skipTLSVerify && { skipTLSVerify }),
    };
    const remote = await this.#withHostKey(definition, plain, run, signal);
    const branches = await this.#branches(remote, run, secret, signal);
    run.facts.branches = branches.slice(0, MOST_BRANCHES).map(one => one.name);
    const head = branches.find(one => one.name === branch);
    if (!head) throw branchMissing(branch, branches);
    run.pass('branch', `The branch '${branch}' is at ${head.sha.slice(0, 8)}.`);
    await this.#checkPaths(remote, head.sha, paths, run, signal);
    await this.#checkWrite(definition, remote, run, signal);
  }

  async #checkAddress(url: string, run: TestRun): Promise<void> {
    await this.#policy.check(new URL(url).hostname).catch(error => {
      const refused =
        error instanceof Error && error.name === 'NotAllowedError';
      throw refused
        ? error
        : new CheckFailure('reach', {
            message: 'No host of this name is known.',
            hint: 'Look for a slip in the address; the name must be known where the backend runs, too.',
          });
    });
    run.pass('address', 'The address is one that CNOC may reach.');
  }

  async #withHostKey(
    definition: RepositoryDefinition,
    remote: GitRemote,
    run: TestRun,
    signal?: AbortSignal,
  ): Promise<GitRemote> {
    if (!isSshUrl(remote.url)) return remote;
    const shown = await this.#hostKeys.shown(remote, signal);
    run.facts.hostKey = shown.fingerprint;
    const known = await this.#hostKeys.known(definition);
    return { ...remote, hostKeys: [known ?? shown.key] };
  }

  async #branches(
    remote: GitRemote,
    run: TestRun,
    secret: GitSecret | undefined,
    signal?: AbortSignal,
  ): Promise<GitBranch[]> {
    let branches: GitBranch[] = [];
    let failed: unknown;
    try {
      branches = await this.#engine.branches(remote, signal);
    } catch (error) {
      const failure = failureOf(error, 'reach');
      if (failure.check === 'reach') throw error;
      failed = error;
    }
    run.pass(
      'reach',
      remote.skipTLSVerify
        ? 'The host answers; its certificate is not checked.'
        : 'The host answers.',
      remote.skipTLSVerify
        ? 'Somebody in between could read the secret; better give the host a certificate that this machine trusts.'
        : undefined,
    );
    if (failed && failureOf(failed, 'sign-in').check === 'sign-in') {
      throw failed;
    }
    run.pass(
      'sign-in',
      secret
        ? 'The host accepts the credential.'
        : 'The host lets anybody read; no credential is used.',
    );
    if (failed) throw failed;
    return branches;
  }

  async #checkPaths(
    remote: GitRemote,
    sha: string,
    paths: readonly string[],
    run: TestRun,
    signal?: AbortSignal,
  ): Promise<void> {
    await this.#engine.fetch(remote, sha, signal);
    const commit = await this.#engine.commit(remote, sha, signal);
    run.facts.head = {
      sha,
      message: commit.message,
      ...(commit.author && { author: commit.author }),
      ...(commit.at && { at: commit.at }),
    };
    for (const path of paths) {
      await this.#engine
        .tree(remote, sha, repositoryPath(path), signal)
        .catch(error => {
          throw error instanceof GitError && error.reason === 'pathMissing'
            ? new CheckFailure('path', {
                message: `The branch has no directory '${path}'.`,
                hint: 'Check upper and lower case, or commit a first file there.',
              })
            : error;
        });
    }
    if (paths.length > 0) {
      run.pass(
        'path',
        `The branch has ${paths.map(path => `'${path || '/'}'`).join(', ')}.`,
      );
    } else {
      run.skip('path', 'No directory was asked for.');
    }
  }

  async #checkWrite(
    definition: RepositoryDefinition,
    remote: GitRemote,
    run: TestRun,
    signal?: AbortSignal,
  ): Promise<void> {
    if (isSshUrl(remote.url)) {
      run.skip('write', 'Over SSH this shows only with the first commit.');
      return;
    }
    if (await mayPush(remote, this.#policy, signal)) {
      run.pass('write', 'The credential may write.');
      return;
    }
    throw new CheckFailure('write', {
      message: remote.auth
        ? 'The credential may read, but not write.'
        : 'Without a credential CNOC may read, but not write.',
      hint: `Reading is enough to watch; to commit from CNOC, let the credential of '${definition.name}' write to the repository's contents.`,
    });
  }
}

function branchMissing(branch: string, branches: readonly GitBranch[]) {
  const near = nearest(
    branch,
    branches.map(one => one.name),
  );
  return new CheckFailure('branch', {
    message: `The remote has no branch '${branch}'.`,
    hint:
      near.length > 0
        ? `Did you mean ${near.map(name => `'${name}'`).join(' or ')}?`
        : 'Choose one of its branches, or push this one first.',
  });
}

interface RepositoryTesterOptions {
  engine: GitEngine;
  auth: RemoteAuth;
  hostKeys: HostKeys;
  policy: AddressPolicy;
}
