import type {
  Commit,
  FabricGit,
  LinkedDiagnostic,
  ResourceSource,
  SourceFile,
  Sync,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { Diagnostic } from '@cnoc/hedgehog';
import type { Router } from 'express';
import type { FilePosition, StoredSyncRun } from '../desired';
import type { CommitInfo } from '../repositories';
import { decodeCursor, encodeCursor } from './cursor';
import { pageQuery } from './pageQuery';
import { presentRepository } from './presentRepository';
import { requestAbort } from './requestAbort';
import type { RouteOptions } from './RouteOptions';

const maxDiagnostics = 200;

/** What git has of a fabric, as it was read last. */
export function gitRoutes(
  router: Router,
  options: RouteOptions & {
    changes?: { count(fabric: string): Promise<number> };
  },
): void {
  const { access, changes, desired, fabrics, repositories } = options;

  router.get('/v1/fabrics/:fabric/git', async (request, response) => {
    const { record } = await access.fabric(request);
    const { name, path, repository } = record.definition;
    const [status, readable, run, objects, files, drafts] = await Promise.all([
      repositories.get(repository),
      access.readable(request),
      desired.lastRun(name),
      desired.objects(name),
      desired.fileCount(name),
      changes?.count(name) ?? 0,
    ]);
    const users = readable.any
      ? await fabrics.list({ criteria: readable.criteria })
      : [];
    const { state, at, message, commit, attemptedCommit } = run;
    const linked = (diagnostic: Diagnostic): LinkedDiagnostic => {
      const { file, line } = diagnostic;
      const sha = attemptedCommit ?? commit?.sha;
      const url =
        file && sha && repositories.linkTo(repository, { sha, file, line });
      return { ...diagnostic, ...(url && { url }) };
    };
    const head =
      commit && commit.sha === attemptedCommit ? commit : status.head;
    const answer: FabricGit = {
      repository: presentRepository(
        status,
        repositories,
        users
          .map(({ definition }) => definition)
          .filter(other => other.repository === repository)
          .map(other => other.name),
      ),
      branch: status.definition.branch,
      path,
      ...(head && { head: presentCommit(head) }),
      ...(commit && { commit: presentCommit(commit) }),
      sync: {
        state,
        at: at?.toISOString(),
        message,
        diagnostics: run.diagnostics.slice(0, maxDiagnostics).map(linked),
      },
      files,
      resources: objects.length,
      drafts,
    };
    response.json(answer);
  });

  router.get('/v1/fabrics/:fabric/syncs', async (request, response) => {
    const { record } = await access.fabric(request);
    const { name } = record.definition;
    const { limit, cursor } = pageQuery(request);
    const scope = ['syncs', name];
    const position = decodeCursor<{ before: number }>(cursor, scope, {
      before: 'number',
    });
    const runs = await desired.syncs(name, {
      limit: limit + 1,
      before: position?.before,
    });
    const page = runs.slice(0, limit);
    response.json({
      items: page.map(presentSync),
      nextCursor: encodeCursor(
        scope,
        runs.length > limit ? { before: page.at(-1)!.id } : undefined,
      ),
    });
  });

  router.get('/v1/fabrics/:fabric/files', async (request, response) => {
    const { record } = await access.fabric(request);
    const { name, repository } = record.definition;
    const { limit, cursor } = pageQuery(request);
    const scope = ['files', name];
    const after = decodeCursor<FilePosition>(cursor, scope, {
      index: 'number',
      digest: 'string',
    });
    const [{ commit }, page] = await Promise.all([
      desired.lastRun(name),
      desired.files(name, { limit, after }),
    ]);
    response.json({
      items: page.files.map(({ path, resources }): SourceFile => {
        const url =
          commit &&
          repositories.linkTo(repository, { sha: commit.sha, file: path });
        return { path, resources, ...(url && { url }) };
      }),
      totalItems: page.total,
      nextCursor: encodeCursor(scope, page.next),
    });
  });

  router.get(
    '/v1/fabrics/:fabric/resources/:kind/:name/source',
    async (request, response) => {
      const { record } = await access.fabric(request);
      const { definition } = record;
      const { kind, name } = request.params;
      const { file, line, commit, text } = await desired.source(
        definition,
        kind,
        name,
        requestAbort(request, response),
      );
      const url = repositories.linkTo(definition.repository, {
        sha: commit,
        file,
        line,
      });
      const answer: ResourceSource = {
        kind,
        name,
        file,
        line,
        commit,
        yaml: text,
        ...(url && { url }),
      };
      response.json(answer);
    },
  );
}

function presentCommit({ sha, message, author, at, url }: CommitInfo): Commit {
  return { sha, message, author, at, url };
}

function presentSync(run: StoredSyncRun): Sync {
  const { id, state, at, commit, rewritten, message, changed } = run;
  const attempted = run.attemptedCommit;
  return {
    id: String(id),
    state,
    at: at.toISOString(),
    // A run that failed tells the commit that it could not use
    commit:
      attempted && attempted !== commit?.sha
        ? { sha: attempted }
        : commit && presentCommit(commit),
    rewritten,
    message,
    diagnostics: run.diagnostics.length,
    changed,
  };
}
