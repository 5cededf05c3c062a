import path from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { GitFailure } from './GitFailure';
import { GitRepository, type CommitOptions } from './GitRepository';
import { serveGit } from './serveGit';

const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;
const REQUEST =
  /^\/([^/]+)\.git\/(info\/refs|git-upload-pack|git-receive-pack)$/;

/** The lab's git repositories, served over smart HTTP. */
export class LabGit {
  readonly #directory: string;
  readonly #repositories = new Map<string, Promise<GitRepository>>();
  #root = '';

  private constructor(directory: string) {
    this.#directory = directory;
  }

  static create(options: { directory: string }): LabGit {
    return new LabGit(options.directory);
  }

  /** Where the repositories are served, without a slash at the end. */
  get url(): string {
    return this.#root;
  }

  serveAt(url: string): void {
    this.#root = url;
  }

  repositoryUrl(name: string): string {
    return `${this.#root}/${name}.git`;
  }

  /** Commits without a clone; a repository that does not exist yet is created. Returns the sha. Throws GitFailure. */
  async commit(name: string, options: CommitOptions): Promise<string> {
    const repository = await this.repository(name);
    return repository.commit(options);
  }

  /** Opens a repository, creating it if need be. */
  repository(name: string): Promise<GitRepository> {
    if (!NAME.test(name)) {
      throw new GitFailure(
        `${JSON.stringify(
          name,
        )} is no repository name: use lower-case letters, digits and "-"`,
      );
    }
    let opened = this.#repositories.get(name);
    if (!opened) {
      opened = GitRepository.open(path.join(this.#directory, `${name}.git`));
      this.#repositories.set(name, opened);
    }
    return opened;
  }

  /** Answers one HTTP request; the path starts after the root. Only repositories that were opened exist. */
  async handle(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<void> {
    const match = REQUEST.exec(url.pathname);
    const repository = match && (await this.#repositories.get(match[1]));
    if (!match || !repository) {
      response
        .writeHead(404, { 'content-type': 'text/plain' })
        .end('There is no such repository.\n');
      return;
    }
    serveGit(request, response, {
      directory: repository.directory,
      endpoint: match[2],
      service: url.searchParams.get('service'),
    });
  }
}
