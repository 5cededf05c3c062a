import type {
  ResourceDetail,
  ResourceMoment,
} from '@cnoc/backstage-plugin-cnoc-common';
import { YamlDiff } from '../../../components/YamlDiff/YamlDiff';
import { useNow } from '../../../hooks/useNow';
import { sideAt, type SideAt } from '../../../model/resourceHistory';
import { formatMoment } from '../../../text/formatTime';

const textOf = (side: SideAt) =>
  side.state === 'present' ? side.yaml : undefined;

const absenceOf = (side: SideAt) =>
  side.state === 'unrecorded' ? 'not recorded yet' : 'not there';

/**
 * Git and cluster as they were at a moment, or the side that changed then beside what it is now.
 *
 * @internal
 */
export const MomentValues = (props: {
  resource: ResourceDetail;
  moments: readonly ResourceMoment[];
  moment: ResourceMoment;
  withNow: boolean;
}) => {
  const { resource, moments, moment } = props;
  const when = formatMoment(new Date(moment.at), useNow());
  if (props.withNow) {
    const isGit = moment.side === 'git';
    const now = isGit ? resource.desired : resource.live;
    const then = sideAt(moments, moment.side, moment.at);
    const name = isGit ? 'Git' : 'Cluster';
    return (
      <YamlDiff
        desired={textOf(then)}
        live={now?.yaml}
        titles={{ desired: `${name} at ${when}`, live: `${name} now` }}
        staleSince={isGit ? undefined : resource.staleSince}
      />
    );
  }
  const git = sideAt(moments, 'git', moment.at);
  const cluster = sideAt(moments, 'cluster', moment.at);
  return (
    <YamlDiff
      desired={textOf(git)}
      live={textOf(cluster)}
      titles={{ desired: `Git at ${when}`, live: `Cluster at ${when}` }}
      absent={{ desired: absenceOf(git), live: absenceOf(cluster) }}
    />
  );
};
