import type { Repository } from '@cnoc/backstage-plugin-cnoc-common';
import { TotalTiles } from '../../components/TotalTiles/TotalTiles';
import { plural } from '../../text/plural';

/** @internal */
export const RepositoryTotals = (props: {
  repositories: readonly Repository[];
}) => {
  const { repositories } = props;
  const count = (test: (repository: Repository) => boolean) =>
    repositories.filter(test).length;
  const unreachable = count(r => r.health.state === 'unreachable');
  const unknown = count(r => r.health.state === 'unknown');
  const keyChanged = count(r => r.health.reason === 'hostKeyChanged');
  const unchecked = count(r => r.skipTLSVerify === true);
  const announced = count(r => r.webhook.secret);
  const heard = count(r => r.webhook.receivedAt !== undefined);
  const cutOff = new Set(
    repositories
      .filter(r => r.health.state === 'unreachable')
      .flatMap(r => r.fabrics),
  ).size;
  return (
    <TotalTiles
      tiles={[
        {
          label: 'Repositories',
          value: repositories.length,
          note: `${
            repositories.length - unreachable - unknown
          } reachable, ${unknown} unknown`,
        },
        {
          label: 'Not reachable',
          value: unreachable,
          note:
            cutOff > 0
              ? `${plural(cutOff, 'fabric')} cannot read git`
              : 'no fabric is cut off',
          alarm: unreachable > 0,
        },
        {
          label: 'Hosts not proven',
          value: keyChanged + unchecked,
          note: `${plural(
            keyChanged,
            'changed host key',
          )}, ${unchecked} without TLS check`,
          alarm: keyChanged > 0,
        },
        {
          label: 'Announce pushes',
          value: announced,
          note: `${heard} heard from, ${
            repositories.length - announced
          } asked in turns`,
        },
      ]}
    />
  );
};
