/**
 * The engine of CNOC, as a Backstage backend plugin.
 *
 * @packageDocumentation
 */

export { cnocPlugin as default } from './plugin';
