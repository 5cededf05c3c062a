/**
 * For tests in other packages: the contract of a Kubernetes API, and what its tests are made of.
 *
 * @packageDocumentation
 */
export { ApiCaller } from './ApiUnderTest';
export type { Answer, ApiUnderTest, WatchedEvent } from './ApiUnderTest';
export { apiContract } from './apiContract';
export type { Capabilities } from './apiContract';
export { metaOf, paths, server, vpc } from './contractObjects';
export { waitUntil } from './waitUntil';
export { Random } from '../generate/Random';
