import { ConflictError } from '@backstage/errors';
import {
  cnocCredentialCreatePermission,
  cnocCredentialDeletePermission,
  cnocCredentialReadPermission,
  cnocCredentialUpdatePermission,
  type Credential,
  type CredentialInput,
  type CredentialPatch,
  type CredentialValue,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { Router } from 'express';
import {
  type CredentialChange,
  type CredentialRecord,
  Vault,
} from '../credentials';
import { audited } from './audited';
import { decodeCursor, encodeCursor } from './cursor';
import { pageQuery } from './pageQuery';
import { requestAbort } from './requestAbort';
import type { RouteOptions } from './RouteOptions';

const SOON_MS = 14 * 24 * 3_600_000;

export function credentialRoutes(router: Router, options: RouteOptions): void {
  const { access, auditor, credentials, live, registry, repositoryTester } =
    options;

  /** By credential, the repositories and clusters that use it. */
  const users = async () => {
    const [repositories, clusters] = await Promise.all([
      registry.all({ fresh: true }),
      live.clusters.all({ fresh: true }),
    ]);
    return (credential: string): string[] => [
      ...repositories
        .filter(one => one.credential === credential)
        .map(({ name }) => name),
      ...clusters
        .filter(
          ({ auth }) =>
            auth.type === 'credential' && auth.credential === credential,
        )
        .map(({ name }) => name),
    ];
  };

  const presented = async (records: CredentialRecord[]) => {
    const usersOf = await users();
    return records.map(record =>
      presentCredential(
        record,
        usersOf(record.name),
        credentials.isReadable(record),
      ),
    );
  };
  const present = async (record: CredentialRecord): Promise<Credential> =>
    (await presented([record]))[0];

  router.get('/v1/credentials', async (request, response) => {
    await access.require(request, cnocCredentialReadPermission);
    const { limit, cursor } = pageQuery(request);
    const scope = ['credentials'];
    const after = decodeCursor<{ name: string }>(cursor, scope, {
      name: 'string',
    });
    const all = await credentials.list();
    const found = all.filter(({ name }) => !after || name > after.name);
    const page = found.slice(0, limit);
    response.json({
      items: await presented(page),
      totalItems: all.length,
      nextCursor: encodeCursor(
        scope,
        found.length > limit ? { name: page.at(-1)!.name } : undefined,
      ),
    });
  });

  router.post('/v1/credentials', async (request, response) => {
    const createdBy = await access.require(
      request,
      cnocCredentialCreatePermission,
    );
    const input: CredentialInput = request.body;
    const { record } = await audited(
      auditor,
      {
        eventId: 'credential-create',
        request,
        severityLevel: 'high',
        meta: { credential: input.name, type: input.type },
      },
      () =>
        credentials.create(input, {
          createdBy,
          idempotencyKey: request.header('Idempotency-Key'),
        }),
      fingerprints,
    );
    response.status(201).json(await present(record));
  });

  router.get('/v1/credentials/:credential', async (request, response) => {
    await access.require(request, cnocCredentialReadPermission);
    response.json(
      await present(await credentials.get(request.params.credential)),
    );
  });

  router.patch('/v1/credentials/:credential', async (request, response) => {
    await access.require(request, cnocCredentialUpdatePermission);
    const { credential } = request.params;
    const patch: CredentialPatch = request.body;
    const { record } = await audited(
      auditor,
      {
        eventId: 'credential-update',
        request,
        severityLevel: 'high',
        meta: { credential, fields: Object.keys(patch) },
      },
      () => credentials.update(credential, patch, request.header('If-Match')),
      fingerprints,
    );
    response.json(await present(record));
  });

  router.delete('/v1/credentials/:credential', async (request, response) => {
    await access.require(request, cnocCredentialDeletePermission);
    const { credential } = request.params;
    await audited(
      auditor,
      {
        eventId: 'credential-delete',
        request,
        severityLevel: 'high',
        meta: { credential },
      },
      async () => {
        const usedBy = (await users())(credential);
        if (usedBy.length > 0) {
          throw new ConflictError(
            `Credential '${credential}' is used by ${usedBy
              .slice(0, 20)
              .map(name => `'${name}'`)
              .join(', ')}; give those another one first`,
          );
        }
        return credentials.remove(credential, request.header('If-Match'));
      },
      fingerprints,
    );
    response.status(204).end();
  });

  router.post(
    '/v1/credentials/:credential/rotate',
    async (request, response) => {
      const actor = await access.require(
        request,
        cnocCredentialUpdatePermission,
      );
      const { credential } = request.params;
      const value: CredentialValue = request.body;
      const signal = requestAbort(request, response);
      const { record } = await audited(
        auditor,
        {
          eventId: 'credential-rotate',
          request,
          severityLevel: 'high',
          meta: { credential },
        },
        () =>
          credentials.rotate(credential, value, {
            idempotencyKey: request.header('Idempotency-Key'),
            prove: async secret => {
              const all = await registry.all({ fresh: true });
              const remotes = all.filter(one => one.credential === credential);
              await repositoryTester.prove(secret, remotes, { actor, signal });
              await live.connections.proveSecret(credential, secret, signal);
            },
          }),
        fingerprints,
      );
      response.json(await present(record));
    },
  );
}

function fingerprints({ record, before }: CredentialChange) {
  return { before: before ?? null, after: record.fingerprint };
}

function presentCredential(
  record: CredentialRecord,
  usedBy: string[],
  readable: boolean,
): Credential {
  const { sealed, ...shown } = record;
  return {
    ...shown,
    expiry: expiryOf(record.expiresAt),
    keyId: Vault.keyIdOf(sealed),
    readable,
    usedBy,
  };
}

function expiryOf(expiresAt: string | undefined): Credential['expiry'] {
  if (!expiresAt) return 'none';
  const left = Date.parse(expiresAt) - Date.now();
  if (left <= 0) return 'expired';
  return left < SOON_MS ? 'soon' : 'fine';
}
