/**
 * The pages of CNOC in a Backstage portal: fabrics, their drift, plans and deployments.
 *
 * @packageDocumentation
 */

export { default } from './plugin';
export { cnocApiRef } from './api/cnocApiRef';
export { fabricRouteRef, resourceRouteRef, rootRouteRef } from './routes';
