/**
 * What the engine, its pages and its modules share: the REST contract with types and client, permissions, annotations
 * and events.
 *
 * @packageDocumentation
 */

export * from './annotations';
export * from './client/ClusterApi';
export * from './client/CnocApi';
export * from './client/CnocClient';
export * from './client/FindingApi';
export * from './events';
export * from './permissions';
export { spec } from './schema/generated/spec';
export * from './schema/types';
