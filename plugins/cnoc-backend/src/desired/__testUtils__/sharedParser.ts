import { ResourceParser } from '../parsing/ResourceParser';

/** One parser for all tests of a file: a thread on TypeScript sources takes a second to start. It ends with the tests. */
export const sharedParser = ResourceParser.create();
