import type { CnocApi } from '@cnoc/backstage-plugin-cnoc-common';
import { createApiRef } from '@backstage/frontend-plugin-api';

/**
 * The engine's REST API, as the signed-in person.
 *
 * @public
 */
export const cnocApiRef = createApiRef<CnocApi>({ id: 'plugin.cnoc.service' });
