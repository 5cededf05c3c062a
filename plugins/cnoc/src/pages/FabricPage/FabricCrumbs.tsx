import type { ReactNode } from 'react';
import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { useCnocLinks } from '../../hooks/useCnocLinks';

/**
 * Tells the portal's header where in CNOC its children are: fabrics › fabric (› page).
 *
 * @internal
 */
export const FabricCrumbs = (props: {
  fabric: string;
  page?: { label: string; href: string };
  children: ReactNode;
}) => {
  const links = useCnocLinks();
  const inner = props.page ? (
    <BreadcrumbEntry entry={props.page}>{props.children}</BreadcrumbEntry>
  ) : (
    props.children
  );
  return (
    <BreadcrumbEntry
      entry={{ label: props.fabric, href: links.fabric(props.fabric) }}
    >
      {inner}
    </BreadcrumbEntry>
  );
};
