import type { Notice, NoticeSeverity, TellingLine, Wave } from './Notice';

/** From so many findings on they are told together. */
const MOST_SINGLE = 5;
const WAVE_MS = 30_000;
/** A cluster that is back sooner was no news. */
const DISCONNECTED_MS = 120_000;
const MAX_TITLE = 255;
const MAX_DESCRIPTION = 500;

/** What people are told of, before and after some lines of a fabric's timeline. */
export interface Told {
  /** Open ones, and resolved ones that are not sent yet */
  notices: Notice[];
  wave?: Wave;
}

class Telling {
  readonly #notices: Map<string, Notice>;
  readonly #fabric: string;
  readonly #page: string;
  readonly #now: number;
  readonly #minimum: NoticeSeverity;
  #wave: Wave | undefined;

  constructor(
    told: Told,
    context: { fabric: string; now: number; minimum: NoticeSeverity },
  ) {
    this.#notices = new Map(told.notices.map(one => [one.scope, { ...one }]));
    this.#wave = told.wave;
    this.#fabric = context.fabric;
    this.#page = `/cnoc/fabrics/${encodeURIComponent(context.fabric)}`;
    this.#now = context.now;
    this.#minimum = context.minimum;
  }

  result(): Told {
    return { notices: [...this.#notices.values()], wave: this.#wave };
  }

  /** Findings that opened: one by one, or as one wave. */
  open(lines: readonly TellingLine[]): void {
    const counted = lines.map(line => ({ line, ...this.#count(line) }));
    const total = sum(counted.map(one => one.total));
    if (total === 0) return;
    const before =
      this.#wave && this.#now - this.#wave.at < WAVE_MS
        ? this.#wave
        : undefined;
    const count = (before?.count ?? 0) + total;
    this.#wave = { ...before, at: this.#now, count };
    if (count <= MOST_SINGLE) {
      for (const { line, total: told } of counted) {
        if (told > 0) this.#openSingle(line);
      }
      return;
    }
    this.#openWave(lines[0], total, sum(counted.map(one => one.critical)));
  }

  tell(line: TellingLine): void {
    switch (line.type) {
      case 'finding.resolved':
        this.#resolveFindings(line);
        break;
      case 'cluster.disconnected':
        this.#begin('cluster', 'warning', DISCONNECTED_MS, {
          title: `The cluster of ${this.#fabric} cannot be reached`,
          description: line.message,
          link: this.#page,
        });
        break;
      case 'cluster.replaced':
        this.#begin('identity', 'critical', 0, {
          title: `Another cluster answers for ${this.#fabric}`,
          description: line.message,
          link: this.#page,
        });
        break;
      case 'cluster.connected':
        this.#end('cluster');
        this.#end('identity');
        break;
      case 'sync.failed':
        this.#begin('sync', 'warning', 0, {
          title: `Git of ${this.#fabric} cannot be read`,
          description: line.message,
          link: `${this.#page}/git`,
        });
        break;
      case 'commit.synced':
        this.#end('sync');
        break;
      case 'deployment.finished':
        if (line.severity && line.severity !== 'info' && line.deployment) {
          this.#begin(`deployment/${line.deployment}`, 'warning', 0, {
            title: `A deployment to ${this.#fabric} did not succeed`,
            description: line.message,
            link: `${this.#page}/deployments/${line.deployment}`,
          });
        }
        break;
      default:
    }
  }

  #openSingle(line: TellingLine): void {
    const { resource } = line;
    const subject = resource
      ? `${resource.kind} ${resource.name}`
      : 'A finding';
    const scope = `finding/${resource?.kind ?? ''}/${resource?.name ?? ''}`;
    const before = this.#notices.get(scope);
    const critical =
      line.severity === 'critical' ||
      (before?.state === 'open' && before.severity === 'critical');
    this.#put({
      scope,
      severity: critical ? 'critical' : 'warning',
      title: `${subject} in ${this.#fabric}`,
      description: line.message,
      link: resource
        ? `${this.#page}/${encodeURIComponent(
            resource.kind,
          )}/${encodeURIComponent(resource.name)}`
        : `${this.#page}/drift`,
      state: 'open',
      findings: (before?.state === 'open' ? before.findings : 0) + 1,
      sent: before?.sent ?? false,
      dueAt: this.#now,
    });
  }

  #openWave(first: TellingLine, opened: number, critical: number): void {
    const wave = this.#wave!;
    const scope = wave.scope ?? `wave/${first.id}`;
    const total = (wave.total ?? 0) + opened;
    const grave = (wave.critical ?? 0) + critical;
    this.#wave = { ...wave, scope, total, critical: grave };
    const before = this.#notices.get(scope);
    this.#put({
      scope,
      severity: grave > 0 ? 'critical' : 'warning',
      title: `${total} new findings in ${this.#fabric}${
        grave > 0 ? `: ${grave} critical` : ''
      }`,
      description: first.message,
      link: `${this.#page}/drift`,
      state: 'open',
      findings: (before?.findings ?? 0) + opened,
      sent: before?.sent ?? false,
      // As long as it rises, people hear of it again only now and then
      dueAt: before ? before.dueAt ?? this.#now + WAVE_MS : this.#now,
    });
  }

  #resolveFindings(line: TellingLine): void {
    let left = this.#count(line).total;
    const { resource } = line;
    const own =
      resource &&
      this.#notices.get(`finding/${resource.kind}/${resource.name}`);
    const waves = [...this.#notices.values()].filter(one =>
      one.scope.startsWith('wave/'),
    );
    for (const notice of [...(own ? [own] : []), ...waves]) {
      if (notice.state !== 'open') continue;
      const here = Math.min(left, notice.findings);
      if (here === 0) continue;
      left -= here;
      notice.findings -= here;
      if (notice.findings === 0) this.#end(notice.scope);
    }
  }

  #begin(
    scope: string,
    severity: NoticeSeverity,
    afterMs: number,
    text: Pick<Notice, 'title' | 'description' | 'link'>,
  ): void {
    if (severity === 'warning' && this.#minimum === 'critical') return;
    // People know; that it goes on, with other words, is no news
    if (this.#notices.get(scope)?.state === 'open') return;
    this.#put({
      ...text,
      scope,
      severity,
      state: 'open',
      findings: 0,
      sent: this.#notices.get(scope)?.sent ?? false,
      dueAt: this.#now + afterMs,
    });
  }

  #end(scope: string): void {
    const notice = this.#notices.get(scope);
    if (notice?.state !== 'open') return;
    this.#notices.delete(scope);
    for (const ended of resolved(notice, this.#now)) this.#put(ended);
  }

  #put(notice: Notice): void {
    this.#notices.set(notice.scope, {
      ...notice,
      title: oneLine(notice.title, MAX_TITLE),
      description: oneLine(notice.description, MAX_DESCRIPTION),
    });
  }

  /** How many findings a line stands for that people are told of. */
  #count({ severity, tally }: TellingLine): {
    total: number;
    critical: number;
  } {
    const critical = tally?.critical ?? (severity === 'critical' ? 1 : 0);
    const warning = tally?.warning ?? (severity === 'warning' ? 1 : 0);
    return {
      critical,
      total: this.#minimum === 'critical' ? critical : critical + warning,
    };
  }
}

/**
 * Works out which notifications new lines begin, change or end.
 *
 * @param context - `now` in milliseconds of the database; `minimum`: the least severity that people are told of
 */
export function tellLines(
  told: Told,
  lines: readonly TellingLine[],
  context: { fabric: string; now: number; minimum: NoticeSeverity },
): Told {
  const telling = new Telling(told, context);
  telling.open(lines.filter(isOpening));
  for (const line of lines) telling.tell(line);
  return telling.result();
}

/** Nothing of a fabric is open any more: so is nothing that people were told of. */
export function resolveFindings(told: Told, now: number): Told {
  return {
    ...told,
    notices: told.notices.flatMap(notice =>
      notice.state === 'open' && notice.findings > 0
        ? resolved(notice, now)
        : [notice],
    ),
  };
}

/** What is left of a notification whose matter is over: an update for who got it, else nothing. */
function resolved(notice: Notice, now: number): Notice[] {
  if (!notice.sent) return [];
  return [
    {
      ...notice,
      title: oneLine(`Resolved: ${notice.title}`, MAX_TITLE),
      state: 'resolved',
      findings: 0,
      dueAt: now,
    },
  ];
}

function isOpening({ type, actor }: TellingLine): boolean {
  if (type === 'finding.opened') return true;
  // What a person decided to open again is no news of the fabric
  return type === 'finding.reopened' && !actor?.startsWith('user:');
}

function oneLine(text: string, length: number): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, length);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => one + other, 0);
}
