import type {
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
  PermissionsRegistryService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
  type PermissionCriteria,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import {
  cnocFabricReadPermission,
  type RESOURCE_TYPE_CNOC_FABRIC,
} from '@cnoc/backstage-plugin-cnoc-common';
import {
  cnocFabricResourceRef,
  type FabricFilter,
} from '@cnoc/backstage-plugin-cnoc-node';
import type { Request } from 'express';
import type { FabricRecord, FabricStore } from '../fabrics/FabricStore';
import type { StreamReader } from './EventStream';

type FabricPermission = ResourcePermission<typeof RESOURCE_TYPE_CNOC_FABRIC>;

/** Which fabrics a caller may read: all, none, or those that meet criteria. */
export type Readable =
  | { any: true; criteria?: PermissionCriteria<FabricFilter> }
  | { any: false };

/** Asks the permission framework. A fabric that the caller may not read is the same as one that does not exist. */
export class FabricAccess {
  readonly #fabrics: FabricStore;
  readonly #httpAuth: HttpAuthService;
  readonly #permissions: PermissionsService;
  readonly #registry: PermissionsRegistryService;

  private constructor(options: FabricAccessOptions) {
    this.#fabrics = options.fabrics;
    this.#httpAuth = options.httpAuth;
    this.#permissions = options.permissions;
    this.#registry = options.permissionsRegistry;
  }

  static create(options: FabricAccessOptions): FabricAccess {
    return new FabricAccess(options);
  }

  /**
   * The fabric of the path, when the caller holds the permissions for it.
   *
   * @throws NotFoundError when it does not exist or may not be read, NotAllowedError when a further permission is missing
   */
  async fabric(
    request: Request,
    ...permissions: FabricPermission[]
  ): Promise<{ record: FabricRecord; caller: string }> {
    const { fabric } = request.params;
    const credentials = await this.#credentials(request);
    const wanted = [cnocFabricReadPermission, ...permissions];
    // Both are asked for whatever the first says, so that an absent fabric answers as slowly as a hidden one
    const [[mayRead, ...rest], record] = await Promise.all([
      this.#permissions.authorize(
        wanted.map(permission => ({ permission, resourceRef: fabric })),
        { credentials },
      ),
      this.#fabrics.get(fabric),
    ]);
    if (!record || mayRead.result !== AuthorizeResult.ALLOW) {
      throw new NotFoundError(`No fabric '${fabric}'`);
    }
    if (rest.some(decision => decision.result !== AuthorizeResult.ALLOW)) {
      throw new NotAllowedError(
        `You may see fabric '${fabric}', but not do this with it; ask its owners for the right`,
      );
    }
    return { record, caller: callerOf(credentials) };
  }

  /**
   * The fabric of the path, for somebody who goes on reading it.
   *
   * @throws NotFoundError when it does not exist or may not be read
   */
  async reader(
    request: Request,
  ): Promise<{ record: FabricRecord; reader: StreamReader }> {
    const { record, caller } = await this.fabric(request);
    const { expiresAt } = await this.#credentials(request);
    const stillAllowed = () =>
      this.fabric(request).then(
        () => true,
        () => false,
      );
    return { record, reader: { caller, expiresAt, stillAllowed } };
  }

  /** @returns the caller. @throws NotAllowedError */
  async require(
    request: Request,
    permission: BasicPermission,
  ): Promise<string> {
    const credentials = await this.#credentials(request);
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        permission.attributes.action === 'read'
          ? 'You do not have the right to see this'
          : `You do not have the right to do this (${permission.name})`,
      );
    }
    return callerOf(credentials);
  }

  async readable(request: Request): Promise<Readable> {
    const credentials = await this.#credentials(request);
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission: cnocFabricReadPermission }],
      { credentials },
    );
    if (decision.result === AuthorizeResult.ALLOW) return { any: true };
    if (decision.result !== AuthorizeResult.CONDITIONAL) return { any: false };
    const transform = createConditionTransformer(
      this.#registry.getPermissionRuleset(cnocFabricResourceRef),
    );
    return { any: true, criteria: transform(decision.conditions) };
  }

  #credentials(request: Request) {
    return this.#httpAuth.credentials(request, { allow: ['user', 'service'] });
  }
}

function callerOf(credentials: BackstageCredentials): string {
  const principal = credentials.principal as
    | { type: 'user'; userEntityRef: string }
    | { type: 'service'; subject: string };
  return principal.type === 'user'
    ? principal.userEntityRef
    : `service:${principal.subject}`;
}

export interface FabricAccessOptions {
  fabrics: FabricStore;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
}
