import {
  coreServices,
  createBackendPlugin,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  cnocClusterPermissions,
  cnocContractReadPermission,
  cnocCredentialPermissions,
  cnocFabricCreatePermission,
  cnocFabricPermissions,
  cnocRepositoryPermissions,
} from '@cnoc/backstage-plugin-cnoc-common';
import {
  cnocFabricResourceRef,
  cnocFabricRules,
} from '@cnoc/backstage-plugin-cnoc-node';
import { CatalogPeople } from './changes/People';
import { createEngine } from './engine';
import { factsOfFabric } from './fabrics/factsOfFabric';
import { gitDirectory } from './gitDirectory';
import { createRouter } from './http/createRouter';
import { FabricAccess } from './http/FabricAccess';

/**
 * The engine: reads fabrics from git and clusters, says where they differ, plans and deploys.
 *
 * @public
 */
export const cnocPlugin = createBackendPlugin({
  pluginId: 'cnoc',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        signals: signalsServiceRef,
      },
      async init(services) {
        const { config, database, logger, lifecycle, permissionsRegistry } =
          services;
        const knex = await database.getClient();
        if (!database.migrations?.skip) {
          await knex.migrate.latest({
            directory: resolvePackagePath(
              '@cnoc/backstage-plugin-cnoc-backend',
              'migrations',
            ),
          });
        }

        const directory = await gitDirectory(config);
        const engine = createEngine({
          ...services,
          database: knex,
          directory: directory.path,
          people: CatalogPeople.create(services),
        });

        permissionsRegistry.addResourceType({
          resourceRef: cnocFabricResourceRef,
          permissions: cnocFabricPermissions,
          rules: Object.values(cnocFabricRules),
          getResources: names =>
            Promise.all(
              names.map(async name =>
                factsOfFabric(await engine.fabrics.get(name)),
              ),
            ),
        });
        permissionsRegistry.addPermissions([
          ...cnocRepositoryPermissions,
          ...cnocClusterPermissions,
          cnocFabricCreatePermission,
          ...cnocCredentialPermissions,
          cnocContractReadPermission,
        ]);

        // The host's own signature or token authenticates a push event
        services.httpRouter.addAuthPolicy({
          path: '/v1/webhooks',
          allow: 'unauthenticated',
        });
        services.httpRouter.use(
          createRouter({
            ...engine,
            ...services,
            access: FabricAccess.create({ ...services, ...engine }),
          }),
        );

        lifecycle.addStartupHook(async () => {
          await engine.start();
          logger.info(
            `CNOC works on ${engine.fabricRegistry.known().length} fabrics`,
          );
        });
        lifecycle.addShutdownHook(async () => {
          await engine.stop();
          await directory.remove();
        });
      },
    });
  },
});
