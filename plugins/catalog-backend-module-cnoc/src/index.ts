/**
 * Module of the catalog: a System for every fabric, a Resource for every resource of it.
 *
 * @packageDocumentation
 */

export { catalogModuleCnoc as default } from './module';
