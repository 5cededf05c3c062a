import { DEFAULT_NAMESPACE } from '@backstage/catalog-model';
import type { ResourceEntity } from '@backstage/catalog-model';
import {
  ANNOTATION_CNOC_FABRIC,
  ANNOTATION_CNOC_KIND,
  ANNOTATION_CNOC_NAME,
  type Fabric,
  type Resource,
} from '@cnoc/backstage-plugin-cnoc-common';
import { fabricEntityName, resourceEntityName } from './entityName';
import { locationAnnotations } from './locationAnnotations';
import { ownerOf } from './ownerOf';
import { pageLinks } from './pageLinks';

const MAX_DESCRIPTION = 500;

/**
 * The Resource that stands for one resource of a fabric. State, severity, findings and the file's line stay out: they
 * change too often for a catalog.
 *
 * @param options - `kindWords`: every kind's name in lower case
 */
export function resourceEntity(
  fabric: Fabric,
  resource: Resource,
  options: { appBaseUrl?: string; kindWords: ReadonlySet<string> },
): ResourceEntity {
  const { kind, name } = resource;
  const nameOf = (ref: { kind: string; name: string }) =>
    resourceEntityName(
      { fabric: fabric.name, kind: ref.kind, name: ref.name },
      options.kindWords,
    );
  const ownName = nameOf(resource);
  const dependsOn = new Set(resource.dependsOn.map(nameOf));
  dependsOn.delete(ownName);
  const links = pageLinks(options.appBaseUrl, [fabric.name, kind, name]);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: ownName,
      title: name,
      description: describe(fabric, resource),
      annotations: {
        ...locationAnnotations(fabric.name),
        [ANNOTATION_CNOC_FABRIC]: fabric.name,
        [ANNOTATION_CNOC_KIND]: kind,
        [ANNOTATION_CNOC_NAME]: name,
      },
      ...(links ? { links } : {}),
    },
    spec: {
      type: `hedgehog-${kind.toLowerCase()}`,
      owner: ownerOf(fabric),
      system: fabricEntityName(fabric.name),
      ...(dependsOn.size > 0
        ? {
            dependsOn: [...dependsOn]
              .sort()
              .map(target => `resource:${DEFAULT_NAMESPACE}/${target}`),
          }
        : {}),
    },
  };
}

function describe(fabric: Fabric, { kind, facts }: Resource): string {
  const what = `${kind} of ${fabric.title || fabric.name}`;
  const text =
    facts.length === 0
      ? what
      : `${what}. ${facts
          .map(({ label, value }) => `${label}: ${value}`)
          .join('; ')}`;
  return text.length > MAX_DESCRIPTION
    ? `${text.slice(0, MAX_DESCRIPTION - 1)}…`
    : text;
}
