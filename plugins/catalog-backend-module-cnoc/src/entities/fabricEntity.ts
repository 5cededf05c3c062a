import type { SystemEntity } from '@backstage/catalog-model';
import {
  ANNOTATION_CNOC_FABRIC,
  type Fabric,
} from '@cnoc/backstage-plugin-cnoc-common';
import { fabricEntityName } from './entityName';
import { locationAnnotations } from './locationAnnotations';
import { ownerOf } from './ownerOf';
import { pageLinks } from './pageLinks';

/**
 * The System that stands for a fabric. Holds only what a person configured: its status changes too often for a catalog.
 */
export function fabricEntity(
  fabric: Fabric,
  options: { appBaseUrl?: string },
): SystemEntity {
  const links = pageLinks(options.appBaseUrl, [fabric.name]);
  const tag = fabric.environment && tagOf(fabric.environment);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: {
      name: fabricEntityName(fabric.name),
      title: fabric.title || fabric.name,
      ...(fabric.description ? { description: fabric.description } : {}),
      annotations: {
        ...locationAnnotations(fabric.name),
        [ANNOTATION_CNOC_FABRIC]: fabric.name,
      },
      ...(tag ? { tags: [tag] } : {}),
      ...(links ? { links } : {}),
    },
    spec: { type: 'hedgehog-fabric', owner: ownerOf(fabric) },
  };
}

// The catalog's tags are words of a-z, 0-9, + and #, joined by single hyphens
function tagOf(text: string): string {
  return text
    .toLowerCase()
    .split(/[^a-z0-9+#]+/)
    .filter(Boolean)
    .join('-')
    .slice(0, 63)
    .replace(/-+$/, '');
}
