import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  permissionApiRef,
  type PermissionApi,
} from '@backstage/plugin-permission-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import type { CnocApi } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../api/cnocApiRef';
import { CnocRouter } from '../pages/CnocRouter';
import { rootRouteRef } from '../routes';
import { fakeCnocApi } from './FakeCnocApi';
import { FakeSignals } from './FakeSignals';

/**
 * Shows the plugin's page at an address below `/cnoc`, with a fake engine.
 */
export function renderPage(
  path: string,
  options: {
    api?: Partial<CnocApi>;
    /** Names of permissions that are denied; use a fabric of its own, answers are cached between tests */
    denied?: string[];
  } = {},
) {
  const api = fakeCnocApi(options.api);
  const signals = new FakeSignals();
  const permission: PermissionApi = {
    authorize: async request => ({
      // The enum's package is no dependency; its values are part of the wire format.
      result: (options.denied?.includes(request.permission.name)
        ? 'DENY'
        : 'ALLOW') as never,
    }),
  };
  renderInTestApp(<CnocRouter />, {
    mountPath: '/cnoc/*',
    mountedRoutes: { '/cnoc': rootRouteRef },
    initialRouteEntries: [`/cnoc${path}`],
    apis: [
      [cnocApiRef, api],
      [permissionApiRef, permission],
      [signalApiRef, signals],
    ],
  });
  return { api, signals };
}
