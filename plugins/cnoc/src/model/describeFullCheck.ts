import type { FabricStatus } from '@cnoc/backstage-plugin-cnoc-common';
import { plural } from '../text/plural';

type FullCheck = NonNullable<FabricStatus['drift']['fullCheck']>;

/**
 * What the last full comparison showed: what it covered, and whether the watches had missed anything.
 *
 * @internal
 */
export function describeFullCheck(check: FullCheck): {
  covered: string;
  result: string;
} {
  return {
    covered:
      check.objects === 1
        ? 'The 1 object compared anew'
        : `All ${check.objects.toLocaleString('en')} objects compared anew`,
    result:
      check.missed === 0
        ? 'nothing had been missed'
        : `${plural(
            check.missed,
            'change',
          )} had been missed by the watches and ${
            check.missed === 1 ? 'was' : 'were'
          } found`,
  };
}
