import {
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** @public */
export const rootRouteRef = createRouteRef();

/** @public */
export const fabricRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/fabrics/:fabric',
});

/** @public */
export const resourceRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/fabrics/:fabric/:kind/:name',
});

/** @public */
export const driftRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/drift',
});

/** @public */
export const repositoriesRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/repositories',
});

/** @public */
export const repositoryRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/repositories/:repository',
});

/** @public */
export const clustersRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/clusters',
});

/** @public */
export const clusterRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/clusters/:cluster',
});

/** @public */
export const credentialsRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/credentials',
});
