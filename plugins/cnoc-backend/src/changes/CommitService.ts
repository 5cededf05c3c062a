import { createHash, randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type {
  CommitRequest,
  CommitResult,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { ActivityEntry } from '../activity/ActivityStore';
import type { FabricDefinition } from '../fabrics/FabricDefinition';
import {
  GitError,
  type CommitInfo,
  type RepositoryService,
} from '../repositories';
import type { GitPerson } from '../repositories/git/GitEngine';
import { assertBranch } from '../repositories/git/gitNames';
import { isSshUrl } from '../repositories/git/repositoryUrl';
import { assertCommittable } from './assertCommittable';
import type { ChangeRequest, ChangeRequestStore } from './ChangeRequestStore';
import type { ChangeService } from './ChangeService';
import { commitMessage, isCommitOf } from './commitMessage';
import { gitChangeOf, type CommitWork } from './CommitWork';
import type { DraftStore } from './DraftStore';
import type { People } from './People';
import { leavesNothing, refusalOf } from './pushRefusal';
import type { PullRequests } from './pullRequests/PullRequests';

type Request = ChangeRequest<CommitWork, CommitResult>;

/** How often a commit is made anew because somebody pushed in between. */
const tries = 3;
/** How far below a branch's head a commit is looked for after a restart. */
const depth = 20;

/** Turns drafts into a commit, once: whatever is interrupted ends the same way when it is asked for again. */
export class CommitService {
  readonly #options: CommitServiceOptions;
  /** Two requests with one key at one replica share the work. */
  readonly #running = new Map<string, Promise<CommitResult>>();

  private constructor(options: CommitServiceOptions) {
    this.#options = options;
  }

  static create(options: CommitServiceOptions): CommitService {
    return new CommitService(options);
  }

  /**
   * Pushes drafts as one commit, and opens a pull request when asked to.
   *
   * @throws InputError, NotFoundError for a draft that is not there, ConflictError naming what is in the way (then nothing
   *   is written), GitError
   */
  async commit(
    fabric: FabricDefinition,
    request: CommitRequest,
    options: { actor: string; idempotencyKey?: string; signal?: AbortSignal },
  ): Promise<CommitResult> {
    const { store } = this.#options;
    const { actor, idempotencyKey } = options;
    const requestHash = hashOf(request);
    const find = async () =>
      idempotencyKey === undefined
        ? undefined
        : store.find<CommitWork, CommitResult>(fabric.name, actor, {
            key: idempotencyKey,
            requestHash,
          });
    const earlier = await find();
    if (earlier) return this.#once(fabric, earlier, request.token);

    const id = randomUUID();
    const work = await this.#prepare(fabric, request, id, options);
    const begun: Request = {
      id,
      fabric: fabric.name,
      operation: 'commit',
      state: 'pushing',
      createdAt: this.#options.now().toISOString(),
      createdBy: actor,
      idempotencyKey,
      requestHash,
      work,
    };
    try {
      await store.insert(begun);
    } catch (error) {
      // Another request with the same key may have won the race
      const winner = await find();
      if (winner) return this.#once(fabric, winner, request.token);
      throw error;
    }
    return this.#shared(id, () =>
      this.#pushFirst(fabric, begun, request, options),
    );
  }

  #shared(
    id: string,
    work: () => Promise<CommitResult>,
  ): Promise<CommitResult> {
    const running = this.#running.get(id);
    if (running) return running;
    const started = work().finally(() => this.#running.delete(id));
    this.#running.set(id, started);
    return started;
  }

  /** Answers what was answered, or ends what was begun. */
  async #once(
    fabric: FabricDefinition,
    request: Request,
    token: string | undefined,
  ): Promise<CommitResult> {
    if (request.state === 'done') return request.result!;
    return this.#shared(request.id, async () => {
      if (request.state === 'pushed') {
        return this.#finish(fabric, request, request.result!, token);
      }
      const work = request.work!;
      const commit =
        (await this.#findPushed(fabric, request)) ??
        (await this.#push(fabric, request, token).catch(async error => {
          if (leavesNothing(error))
            await this.#options.store.remove(request.id);
          throw refusalOf(error, work.branch);
        }));
      return this.#pushed(fabric, request, commit, token);
    });
  }

  async #pushFirst(
    fabric: FabricDefinition,
    begun: Request,
    request: CommitRequest,
    options: { actor: string; signal?: AbortSignal },
  ): Promise<CommitResult> {
    let current = begun;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const commit = await this.#push(fabric, current, request.token);
        return await this.#pushed(fabric, current, commit, request.token);
      } catch (error) {
        const moved = error instanceof GitError && error.reason === 'moved';
        if (!moved || attempt === tries) {
          // Whether a connection that broke had carried the push is not known: then the key must lead back to it
          if (leavesNothing(error)) await this.#options.store.remove(begun.id);
          throw refusalOf(error, current.work!.branch);
        }
        try {
          const work = await this.#prepare(fabric, request, begun.id, options);
          current = { ...current, work };
        } catch (refused) {
          await this.#options.store.remove(begun.id);
          throw refused;
        }
        await this.#options.store.update(begun.id, { work: current.work });
      }
    }
  }

  /** The change as it would be pushed now. Nothing is written anywhere. */
  async #prepare(
    fabric: FabricDefinition,
    request: CommitRequest,
    id: string,
    options: { actor: string; signal?: AbortSignal },
  ): Promise<CommitWork> {
    const { changes, people, repositories, committer, now } = this.#options;
    const { signal } = options;
    const target = await this.#target(fabric, request, signal);
    const evaluation = await changes.preview(fabric, {
      resources: request.resources,
      sha: target.base,
      signal,
    });
    assertCommittable(evaluation, request.base, target.branch);
    if (request.pullRequest) {
      const definition = await repositories.registry.get(fabric.repository);
      this.#options.pullRequests.assertSupported(definition);
    }
    return {
      ...target,
      edits: evaluation.edits.map(({ path, after }) => ({ path, after })),
      message: commitMessage(request.message, id),
      author: await people.of(options.actor),
      committer,
      at: new Date(Math.floor(now().getTime() / 1_000) * 1_000).toISOString(),
      drafts: evaluation.drafts.map(({ draft }) => ({
        kind: draft.kind,
        name: draft.name,
        version: draft.version,
      })),
      pullRequest: request.pullRequest,
    };
  }

  async #target(
    fabric: FabricDefinition,
    { branch, pullRequest }: CommitRequest,
    signal?: AbortSignal,
  ): Promise<Pick<CommitWork, 'branch' | 'base' | 'expected'>> {
    const { repositories } = this.#options;
    const definition = await repositories.registry.get(fabric.repository);
    if (branch === undefined || branch === definition.branch) {
      if (pullRequest) {
        throw new InputError(
          `body.branch: a pull request needs a branch of its own, other than '${definition.branch}'`,
        );
      }
      const head = await repositories.head(fabric.repository, signal);
      return { branch: definition.branch, base: head, expected: head };
    }
    try {
      assertBranch(branch);
    } catch {
      throw new InputError('body.branch: git does not allow this name');
    }
    const branches = await repositories.branches(fabric.repository, signal);
    const there = branches.find(({ name }) => name === branch);
    if (there) return { branch, base: there.sha, expected: there.sha };
    return { branch, base: await repositories.head(fabric.repository, signal) };
  }

  async #push(
    fabric: FabricDefinition,
    request: Request,
    token: string | undefined,
  ): Promise<CommitInfo> {
    const { repositories } = this.#options;
    const definition = await repositories.registry.get(fabric.repository);
    return repositories.push(fabric.repository, gitChangeOf(request.work!), {
      actor: request.createdBy,
      // By ssh a key signs in; the token is for the host's API then
      token: isSshUrl(definition.url) ? undefined : token,
    });
  }

  /** Looks for the request's commit at the top of its branch. */
  async #findPushed(
    fabric: FabricDefinition,
    { id, work }: Request,
  ): Promise<CommitInfo | undefined> {
    const { repositories } = this.#options;
    const { branch, base } = work!;
    const branches = await repositories.branches(fabric.repository);
    let sha = branches.find(({ name }) => name === branch)?.sha;
    for (let i = 0; i < depth && sha !== undefined && sha !== base; i += 1) {
      const { commit } = await repositories.read(fabric.repository, sha, '', {
        include: () => false,
      });
      const { payload } = await repositories.signature(fabric.repository, sha);
      if (isCommitOf(payload, id)) return commit;
      sha = commit.parents?.[0];
    }
    return undefined;
  }

  async #pushed(
    fabric: FabricDefinition,
    request: Request,
    commit: CommitInfo,
    token: string | undefined,
  ): Promise<CommitResult> {
    const { branch, edits } = request.work!;
    const { sha, message, author, at, url } = commit;
    const result: CommitResult = {
      commit: {
        sha,
        message,
        ...(author && { author }),
        ...(at && { at }),
        ...(url && { url }),
      },
      branch,
      files: edits.length,
    };
    await this.#options.store.update(request.id, { state: 'pushed', result });
    return this.#finish(fabric, request, result, token);
  }

  /** What follows a push: nothing here may hide that it happened. */
  async #finish(
    fabric: FabricDefinition,
    request: Request,
    pushed: CommitResult,
    token: string | undefined,
  ): Promise<CommitResult> {
    const { store, drafts, logger, record } = this.#options;
    const { work, createdBy } = request;
    const result = { ...pushed };
    const { title, description } = work!.pullRequest ?? {};
    if (title !== undefined) {
      try {
        const definition = await this.#options.repositories.registry.get(
          fabric.repository,
        );
        result.pullRequest = await this.#options.pullRequests.open(
          fabric.repository,
          {
            title,
            description,
            source: work!.branch,
            target: definition.branch,
          },
          { actor: createdBy, token },
        );
      } catch (error) {
        result.warning = `The commit is pushed. ${sentenceOf(error)}`;
      }
    }
    await drafts.remove(fabric.name, work!.drafts);
    await store.update(request.id, { state: 'done', result, work: null });
    const about = { actor: createdBy, commit: result.commit.sha };
    const entries: ActivityEntry[] = [
      {
        ...about,
        type: 'commit.pushed',
        message: `Commit to ${result.branch}: ${result.commit.message ?? ''}`,
      },
    ];
    if (result.pullRequest) {
      entries.push({
        ...about,
        type: 'pullRequest.opened',
        message: `Pull request: ${title} (${result.pullRequest.url})`,
      });
    }
    await record(fabric.name, entries).catch((error: unknown) => {
      logger.warn(`Fabric ${fabric.name}: a commit is not in the timeline`, {
        reason: error instanceof Error ? error.name : 'unknown',
      });
    });
    return result;
  }
}

export interface CommitServiceOptions {
  store: ChangeRequestStore;
  drafts: DraftStore;
  changes: Pick<ChangeService, 'preview'>;
  repositories: Pick<
    RepositoryService,
    'registry' | 'head' | 'branches' | 'push' | 'read' | 'signature'
  >;
  pullRequests: Pick<PullRequests, 'open' | 'assertSupported'>;
  people: People;
  committer: GitPerson;
  record: (fabric: string, entries: ActivityEntry[]) => Promise<void>;
  logger: LoggerService;
  now: () => Date;
}

function sentenceOf(error: unknown): string {
  const speaking = ['PullRequestError', 'CredentialError', 'InputError'];
  return error instanceof Error && speaking.includes(error.name)
    ? error.message
    : 'The pull request could not be opened because of an error inside CNOC.';
}

/** The person's token is no part of what is asked for, and must not be kept, not even as a hash. */
function hashOf({ token: _token, ...request }: CommitRequest): string {
  const keys = Object.keys(request).sort() as (keyof typeof request)[];
  return createHash('sha256')
    .update(JSON.stringify(keys.map(key => [key, request[key]])))
    .digest('hex');
}
