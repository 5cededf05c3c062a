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
export const credentialsRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/credentials',
});
