import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Everything that running the product leaves behind; `npm run reset` removes it. */
export const state = process.env.CNOC_STATE ?? path.join(root, '.cnoc');

export const inRoot = (...parts) => path.join(root, ...parts);
export const inState = (...parts) => path.join(state, ...parts);
