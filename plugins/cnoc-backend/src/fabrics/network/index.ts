export { AddressPolicy } from './AddressPolicy';
export type { LookupAll } from './AddressPolicy';
export { policyConnector } from './policyConnector';
