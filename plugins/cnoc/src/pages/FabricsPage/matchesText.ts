import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { matchesWords } from '../../text/matchesWords';

/**
 * True when every word of the filter is found in what names a fabric.
 *
 * @internal
 */
export const matchesText = (fabric: Fabric, filter: string): boolean =>
  matchesWords(
    [
      fabric.name,
      fabric.title,
      fabric.environment,
      fabric.owner,
      fabric.cluster.name,
    ],
    filter,
  );
