import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
} from '@backstage/catalog-model';

/**
 * Where the catalog should say that a fabric's entities come from: CNOC itself, since a resource may be in the cluster
 * and in no file.
 */
export function locationAnnotations(fabric: string): Record<string, string> {
  const location = `cnoc:fabrics/${fabric}`;
  return {
    [ANNOTATION_LOCATION]: location,
    [ANNOTATION_ORIGIN_LOCATION]: location,
  };
}
