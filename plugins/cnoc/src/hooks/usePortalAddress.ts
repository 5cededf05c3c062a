import { useEffect, useState } from 'react';
import { discoveryApiRef, useApi } from '@backstage/frontend-plugin-api';

/**
 * The whole address of a path of the engine, as another machine calls it; undefined until it is known.
 *
 * @param path - below the portal's address, for example `/api/cnoc/v1/webhooks/lab`
 * @internal
 */
export function usePortalAddress(path: string): string | undefined {
  const discovery = useApi(discoveryApiRef);
  const [base, setBase] = useState<string>();
  useEffect(() => {
    let current = true;
    discovery.getBaseUrl('cnoc').then(
      url => current && setBase(url),
      // Without it the path alone is shown.
      () => {},
    );
    return () => {
      current = false;
    };
  }, [discovery]);
  return base && base.replace(/\/api\/cnoc\/?$/, '') + path;
}
