import type { EntityLink } from '@backstage/catalog-model';

/**
 * Link to a page of CNOC. The catalog takes absolute addresses only, so there is none while the portal's is not known.
 *
 * @param path - decoded segments below `/cnoc/fabrics`
 */
export function pageLinks(
  appBaseUrl: string | undefined,
  path: string[],
): EntityLink[] | undefined {
  if (!appBaseUrl || !URL.canParse(appBaseUrl)) return undefined;
  const url = [
    appBaseUrl.replace(/\/+$/, ''),
    'cnoc/fabrics',
    ...path.map(encodeURIComponent),
  ].join('/');
  return [{ url, title: 'Open in CNOC', icon: 'dashboard' }];
}
