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
