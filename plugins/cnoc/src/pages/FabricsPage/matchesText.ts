import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';

/**
 * True when every word of the filter is found in what names a fabric.
 *
 * @internal
 */
export function matchesText(fabric: Fabric, text: string): boolean {
  const haystack = [
    fabric.name,
    fabric.title,
    fabric.environment,
    fabric.owner,
    fabric.cluster.name,
  ]
    .join(' ')
    .toLocaleLowerCase('en-US');
  return text
    .toLocaleLowerCase('en-US')
    .split(/\s+/)
    .every(word => haystack.includes(word));
}
