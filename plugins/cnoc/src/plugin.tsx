import {
  ApiBlueprint,
  PageBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiNodeTree } from '@remixicon/react';
import {
  ANNOTATION_CNOC_FABRIC,
  ANNOTATION_CNOC_KIND,
  CnocClient,
} from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from './api/cnocApiRef';
import {
  clusterRouteRef,
  clustersRouteRef,
  credentialsRouteRef,
  driftRouteRef,
  fabricRouteRef,
  repositoriesRouteRef,
  repositoryRouteRef,
  resourceRouteRef,
  rootRouteRef,
} from './routes';

const cnocApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: cnocApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new CnocClient(deps),
    }),
});

const cnocPage = PageBlueprint.make({
  params: {
    path: '/cnoc',
    title: 'CNOC',
    icon: <RiNodeTree />,
    routeRef: rootRouteRef,
    loader: () => import('./pages/CnocRouter').then(m => <m.CnocRouter />),
  },
});

const fabricContent = EntityContentBlueprint.make({
  name: 'fabric',
  params: {
    path: '/cnoc',
    title: 'CNOC',
    icon: <RiNodeTree />,
    filter: {
      [`metadata.annotations.${ANNOTATION_CNOC_FABRIC}`]: { $exists: true },
      [`metadata.annotations.${ANNOTATION_CNOC_KIND}`]: { $exists: false },
    },
    loader: () =>
      import('./entity/EntityFabricContent').then(m => (
        <m.EntityFabricContent />
      )),
  },
});

const resourceCard = EntityCardBlueprint.make({
  name: 'resource',
  params: {
    type: 'content',
    filter: {
      [`metadata.annotations.${ANNOTATION_CNOC_KIND}`]: { $exists: true },
    },
    loader: () =>
      import('./entity/EntityResourceCard').then(m => <m.EntityResourceCard />),
  },
});

/**
 * Pages, entity tab and entity card of CNOC, for the new frontend system.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'cnoc',
  title: 'CNOC',
  icon: <RiNodeTree />,
  routes: {
    root: rootRouteRef,
    fabric: fabricRouteRef,
    resource: resourceRouteRef,
    drift: driftRouteRef,
    repositories: repositoriesRouteRef,
    repository: repositoryRouteRef,
    clusters: clustersRouteRef,
    cluster: clusterRouteRef,
    credentials: credentialsRouteRef,
  },
  extensions: [cnocApi, cnocPage, fabricContent, resourceCard],
});
