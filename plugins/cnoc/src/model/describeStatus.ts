import type { FabricStatus } from '@cnoc/backstage-plugin-cnoc-common';
import { joinWords } from '../text/joinWords';
import { plural } from '../text/plural';
import { shortSha } from '../text/shortSha';

/** @internal */
export type Tone = 'good' | 'busy' | 'waiting' | 'warning' | 'bad' | 'unknown';

/**
 * One of the four facts about a fabric, in words.
 *
 * @internal
 */
export type StatusFact = {
  id: 'connection' | 'sync' | 'drift' | 'health';
  label: string;
  tone: Tone;
  word: string;
  detail?: string;
  /** Since when, or at which time */
  at?: string;
  /** The value is from then and cannot be renewed */
  staleSince?: string;
  message?: string;
};

/**
 * The four facts, in the order in which a failure of one explains the next.
 *
 * @internal
 */
export function describeStatus(status: FabricStatus): StatusFact[] {
  return [
    describeConnection(status),
    describeSync(status),
    describeDrift(status),
    describeHealth(status),
  ];
}

// What cannot be renewed must not look good, whatever it was.
const goodUnless = (staleSince: string | undefined): Tone =>
  staleSince ? 'unknown' : 'good';

function describeConnection({ connection }: FabricStatus): StatusFact {
  const words = {
    connected: ['good', 'Connected'],
    degraded: ['warning', 'Degraded'],
    disconnected: ['bad', 'Disconnected'],
    unknown: ['unknown', 'Unknown'],
  } as const;
  const [tone, word] = words[connection.state];
  return {
    id: 'connection',
    label: 'Connection',
    tone,
    word,
    detail: connection.unknownKinds?.length
      ? `${plural(connection.unknownKinds.length, 'kind')} unreadable`
      : undefined,
    at: connection.since,
    message: connection.message,
  };
}

function describeSync({ sync }: FabricStatus): StatusFact {
  const words = {
    synced: ['good', 'Synced'],
    syncing: ['busy', 'Syncing'],
    failed: ['bad', 'Failed'],
    never: ['unknown', 'Never synced'],
  } as const;
  const [tone, word] = words[sync.state];
  const commit = sync.commit && shortSha(sync.commit);
  return {
    id: 'sync',
    label: 'Sync',
    tone,
    word,
    detail: commit && (sync.state === 'failed' ? `stays at ${commit}` : commit),
    at: sync.at,
    message: sync.message,
  };
}

function describeDrift({ connection, drift }: FabricStatus): StatusFact {
  const { critical, warning, info } = drift.findings;
  const counts = joinWords([
    ...(critical ? [`${critical} critical`] : []),
    ...(warning ? [plural(warning, 'warning')] : []),
    ...(info ? [`${info} info`] : []),
  ]);
  const base = {
    id: 'drift',
    label: 'Drift',
    at: drift.checkedAt,
    staleSince: connection.staleSince,
    detail: counts || undefined,
  } as const;
  if (drift.state === 'inSync') {
    return {
      ...base,
      tone: goodUnless(connection.staleSince),
      word: 'In sync',
    };
  }
  if (drift.state === 'unknown') {
    return { ...base, tone: 'unknown', word: 'Unknown' };
  }
  return {
    ...base,
    tone: critical > 0 ? 'bad' : 'warning',
    word: 'Drifted',
  };
}

function describeHealth({ connection, health }: FabricStatus): StatusFact {
  const words = {
    healthy: ['good', 'Healthy'],
    progressing: ['busy', 'Progressing'],
    degraded: ['bad', 'Degraded'],
    unknown: ['unknown', 'Unknown'],
  } as const;
  const [tone, word] = words[health.state];
  const { ready, lagging, silent } = health.switches;
  const total = ready + lagging + silent;
  const parts = [
    ...(lagging ? [`${lagging} lagging`] : []),
    ...(silent ? [`${silent} silent`] : []),
  ];
  return {
    id: 'health',
    label: 'Health',
    tone: tone === 'good' ? goodUnless(connection.staleSince) : tone,
    word,
    detail:
      total === 0
        ? undefined
        : joinWords(
            parts.length > 0
              ? parts
              : [`${plural(ready, 'switch', 'switches')} ready`],
          ),
    staleSince: connection.staleSince,
  };
}
