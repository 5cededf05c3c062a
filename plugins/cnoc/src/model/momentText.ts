import type { ResourceMoment } from '@cnoc/backstage-plugin-cnoc-common';
import { formatMoment } from '../text/formatTime';
import { shortSha } from '../text/shortSha';

/**
 * A moment in one plain line, for example `02:04, cluster: changed by kubectl-edit`.
 *
 * @internal
 */
export function momentText(moment: ResourceMoment, now: Date): string {
  const { side, present, commit, changedBy } = moment;
  const when = formatMoment(new Date(moment.at), now);
  const cause =
    side === 'git'
      ? commit &&
        `commit ${shortSha(commit.sha)}${
          commit.author ? ` by ${commit.author}` : ''
        }`
      : changedBy && `by ${changedBy.by ?? changedBy.manager}`;
  return `${when}, ${side}: ${present ? 'changed' : 'removed'}${
    cause ? `, ${cause}` : ''
  }`;
}
