import type { RepositoryHealth } from '@cnoc/backstage-plugin-cnoc-common';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const windows: { ms: number; label: string }[] = [
  { ms: HOUR, label: 'hour' },
  { ms: DAY, label: '24 hours' },
  { ms: 7 * DAY, label: '7 days' },
  { ms: 30 * DAY, label: '30 days' },
];

/**
 * One state of a remote from one moment to another, in milliseconds of the epoch.
 *
 * @internal
 */
export type HealthSpan = {
  state: RepositoryHealth['state'];
  from: number;
  to: number;
  /** It is the state now */
  current: boolean;
  reason?: string;
  message?: string;
};

/** @internal */
export type HealthTimeline = {
  /** Newest first, as recorded */
  spans: HealthSpan[];
  /** Without gaps from `from` to `to`, oldest first; what is not recorded is unknown */
  strip: { state: HealthSpan['state']; from: number; to: number }[];
  from: number;
  to: number;
  /** What the strip shows, for example `7 days` */
  window: string;
  /** Share of the known time in which the remote answered, 0–1; absent = nothing is known */
  reachable?: number;
  outages: number;
  /** Milliseconds */
  longestOutage: number;
};

/**
 * The history of a remote's health over the shortest usual time that holds all of it, 30 days at most.
 *
 * @param history - newest first
 * @internal
 */
export function healthTimeline(
  health: RepositoryHealth,
  history: readonly RepositoryHealth[],
  now: Date,
): HealthTimeline {
  const to = now.getTime();
  const spans = spansOf(health, history, to);
  const oldest = spans.at(-1)?.from ?? to;
  const window =
    windows.find(({ ms }) => to - oldest <= ms) ?? windows[windows.length - 1];
  const from = to - window.ms;
  const strip: HealthTimeline['strip'] = [];
  let at = from;
  for (const span of [...spans].reverse()) {
    if (span.to <= at) continue;
    if (span.from > at)
      strip.push({ state: 'unknown', from: at, to: span.from });
    strip.push({
      state: span.state,
      from: Math.max(span.from, at),
      to: span.to,
    });
    at = span.to;
  }
  if (at < to) strip.push({ state: 'unknown', from: at, to });

  const total = (state: HealthSpan['state']) =>
    strip
      .filter(part => part.state === state)
      .reduce((sum, part) => sum + part.to - part.from, 0);
  const known = total('reachable') + total('unreachable');
  const down = strip.filter(part => part.state === 'unreachable');
  return {
    spans,
    strip,
    from,
    to,
    window: window.label,
    reachable: known > 0 ? total('reachable') / known : undefined,
    outages: down.length,
    longestOutage: Math.max(0, ...down.map(part => part.to - part.from)),
  };
}

function spansOf(
  health: RepositoryHealth,
  history: readonly RepositoryHealth[],
  now: number,
): HealthSpan[] {
  // The newest state may not have become history yet.
  const all = history.some(entry => entry.since === health.since)
    ? history
    : [health, ...history];
  const started = all
    .flatMap(entry => {
      const from = Date.parse(entry.since ?? '');
      return from <= now ? [{ entry, from }] : [];
    })
    .sort((a, b) => b.from - a.from);
  return started.map(({ entry, from }, index) => {
    const next = index === 0 ? now : started[index - 1].from;
    const until = entry.until ? Date.parse(entry.until) : NaN;
    return {
      state: entry.state,
      from,
      to: Math.max(from, Number.isNaN(until) ? next : Math.min(until, next)),
      current: index === 0 && !entry.until,
      reason: entry.reason,
      message: entry.message,
    };
  });
}
