import type { DeploymentStep } from '@cnoc/backstage-plugin-cnoc-common';

/** @internal */
export type LogLine = {
  key: string;
  at: string;
  text: string;
  failed: boolean;
};

const begins = { create: 'Creating', update: 'Updating', delete: 'Deleting' };
const ends = {
  succeeded: 'Done',
  failed: 'Failed',
  skipped: 'Skipped',
  running: '',
  pending: '',
};

/**
 * The steps as a log, oldest line first. Made from the steps themselves, so that a reload shows the same log.
 *
 * @internal
 */
export function logOf(steps: readonly DeploymentStep[]): LogLine[] {
  return steps
    .flatMap(step => {
      const what = `${step.kind} ${step.name}`;
      const lines: LogLine[] = [];
      if (step.startedAt) {
        lines.push({
          key: `${step.seq} start`,
          at: step.startedAt,
          text: `${begins[step.action]} ${what}`,
          failed: false,
        });
      }
      if (step.finishedAt) {
        lines.push({
          key: `${step.seq} end`,
          at: step.finishedAt,
          text: `${ends[step.status]}: ${what}${
            step.message ? ` – ${step.message}` : ''
          }`,
          failed: step.status === 'failed',
        });
      }
      return lines;
    })
    .sort((a, b) => a.at.localeCompare(b.at));
}
