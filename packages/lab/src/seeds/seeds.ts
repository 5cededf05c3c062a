import { closFabric } from './closFabric';
import { meshFabric } from './meshFabric';

/** The fabrics that the lab begins with. */
export const seeds = { closFabric, meshFabric };
