import type { ResourceDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { StatusWord } from '../../components/StatusWord/StatusWord';

/**
 * Whether the switches follow the resource.
 *
 * @internal
 */
export const SwitchesWord = ({ resource }: { resource: ResourceDetail }) => {
  if (resource.lag) return <StatusWord tone="busy">Not applied yet</StatusWord>;
  return resource.live ? (
    <StatusWord tone="good">No lag known</StatusWord>
  ) : (
    <StatusWord tone="unknown">Nothing to apply</StatusWord>
  );
};
