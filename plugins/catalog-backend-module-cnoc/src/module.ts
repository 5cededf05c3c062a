import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { CnocClient } from '@cnoc/backstage-plugin-cnoc-common';
import { CatalogRefresh } from './provider/CatalogRefresh';
import { CnocEntityProvider } from './provider/CnocEntityProvider';
import { FabricSource } from './provider/FabricSource';

const SCHEDULE_CONFIG = 'cnoc.catalog.schedule';

/**
 * Shows every fabric and its resources in the catalog.
 *
 * @public
 */
export const catalogModuleCnoc = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'cnoc',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const source = FabricSource.create({
          api: new CnocClient({
            discoveryApi: deps.discovery,
            fetchApi: { fetch },
          }),
          token: async () => {
            const { token } = await deps.auth.getPluginRequestToken({
              onBehalfOf: await deps.auth.getOwnServiceCredentials(),
              targetPluginId: 'cnoc',
            });
            return token;
          },
        });
        const provider = CnocEntityProvider.create({
          refresh: CatalogRefresh.create({
            source,
            logger: deps.logger,
            appBaseUrl: deps.config.getOptionalString('app.baseUrl'),
          }),
          schedule: deps.config.has(SCHEDULE_CONFIG)
            ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
                deps.config.getConfig(SCHEDULE_CONFIG),
              )
            : {
                frequency: { minutes: 1 },
                timeout: { minutes: 10 },
                // The engine of the same process starts beside the catalog
                initialDelay: { seconds: 5 },
              },
          scheduler: deps.scheduler,
          events: deps.events,
        });
        deps.lifecycle.addShutdownHook(() => provider.stop());
        deps.catalog.addEntityProvider(provider);
      },
    });
  },
});
