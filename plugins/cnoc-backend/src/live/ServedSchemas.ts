import {
  compareSchemas,
  Diagnostic,
  kinds,
  ObjectValidation,
  SchemaDifference,
  shapeOfSchema,
} from '@cnoc/hedgehog';
import { ClusterError } from './ClusterError';

type Shapes = NonNullable<ObjectValidation['shapes']>;
type Schema = Parameters<typeof compareSchemas>[1];

/** Gives the schema of a kind as a cluster serves it; undefined when it does not serve the kind. Throws ClusterError. */
export interface SchemaSource {
  schema(kind: string, signal?: AbortSignal): Promise<Schema | undefined>;
}

/** In which way a cluster's resources differ from those CNOC knows. */
export interface ServedShapes {
  /** Only of kinds that differ */
  shapes: Shapes;
  /** The differences by name, or why they are not known */
  notes: Diagnostic[];
}

interface Entry {
  askedAt: number;
  served?: ServedShapes;
}

/** Schemas change with an upgrade of the cluster, not from minute to minute. */
const refreshMs = 60 * 60_000;
const retryMs = 5 * 60_000;
const maxNotesOfKind = 10;

const unread: Diagnostic = {
  rule: 'schema.unread',
  severity: 'info',
  message:
    'The cluster does not let CNOC read its schemas; the built-in ones are used, which may be older or newer.',
  hint: 'Let CNOC’s account get customresourcedefinitions.apiextensions.k8s.io.',
};

/**
 * What clusters say about the shape of resources. Asked in the background, so that reading git never waits for a
 * cluster: until an answer is here, and where it may not be read, the built-in schemas count.
 */
export class ServedSchemas {
  readonly #source: (cluster: string) => SchemaSource;
  readonly #now: () => Date;
  readonly #entries = new Map<string, Entry>();
  readonly #asking = new Map<string, Promise<void>>();
  readonly #closed = new AbortController();

  private constructor(options: ServedSchemasOptions) {
    this.#source = options.source;
    this.#now = options.now;
  }

  static create(options: ServedSchemasOptions): ServedSchemas {
    return new ServedSchemas(options);
  }

  /** What is known now; the same object as long as the answer is the same, and undefined when nothing differs. */
  of(cluster: string): ServedShapes | undefined {
    const entry = this.#entries.get(cluster);
    const age = this.#now().getTime() - (entry?.askedAt ?? -Infinity);
    const isDue = age > (entry?.served ? refreshMs : retryMs);
    if (isDue && !this.#asking.has(cluster) && !this.#closed.signal.aborted) {
      this.#asking.set(
        cluster,
        this.#ask(cluster).finally(() => this.#asking.delete(cluster)),
      );
    }
    const served = entry?.served;
    return served && served.notes.length > 0 ? served : undefined;
  }

  /** The connection is another one: what its cluster said is asked anew. */
  forget(cluster: string): void {
    this.#entries.delete(cluster);
  }

  /** Waits until nothing is being asked. */
  async idle(): Promise<void> {
    await Promise.all(this.#asking.values());
  }

  async close(): Promise<void> {
    this.#closed.abort();
    await this.idle();
  }

  async #ask(cluster: string): Promise<void> {
    const before = this.#entries.get(cluster)?.served;
    const served = await this.#read(cluster).catch(() => before);
    const isSame = JSON.stringify(served) === JSON.stringify(before);
    this.#entries.set(cluster, {
      askedAt: this.#now().getTime(),
      served: isSame ? before : served,
    });
  }

  async #read(cluster: string): Promise<ServedShapes> {
    const source = this.#source(cluster);
    const shapes: Record<string, Shapes[string]> = {};
    const notes: Diagnostic[] = [];
    for (const { kind } of kinds) {
      try {
        const schema = await source.schema(kind, this.#closed.signal);
        const differences = schema ? schemaDifferences(kind, schema) : [];
        const shape = schema && shapeOfSchema(kind, schema);
        if (differences.length > 0 && shape) {
          shapes[kind] = shape;
          notes.push(...notesOf(kind, differences));
        }
      } catch (error) {
        if (!(error instanceof ClusterError) || error.reason !== 'forbidden') {
          throw error;
        }
        return { shapes: {}, notes: [unread] };
      }
    }
    return { shapes, notes };
  }
}

/** Where a cluster's schema of a kind differs from the built-in one in a way that changes what is right. */
export function schemaDifferences(
  kind: string,
  schema: Schema,
): SchemaDifference[] {
  return compareSchemas(kind, schema).filter(matters);
}

/** Of limits the stricter ones count, so a cluster that allows more changes nothing. */
function matters({ change, served, builtIn }: SchemaDifference): boolean {
  if (change !== 'limits') return true;
  const [low, high] = limitsOf(served);
  const [ownLow, ownHigh] = limitsOf(builtIn);
  return low > ownLow || high < ownHigh;
}

function limitsOf(range: string | undefined): [number, number] {
  const [low, high] = (range ?? '').split(' to ').map(Number.parseFloat);
  return [
    Number.isNaN(low) ? -Infinity : low,
    high === undefined || Number.isNaN(high) ? Infinity : high,
  ];
}

function notesOf(
  kind: string,
  differences: readonly SchemaDifference[],
): Diagnostic[] {
  const notes = differences.slice(0, maxNotesOfKind).map(
    (difference): Diagnostic => ({
      rule: 'schema.differs',
      severity: 'info',
      message: `${sentenceOf(kind, difference)} The cluster’s schema counts.`,
      kind,
      path: difference.path,
    }),
  );
  const more = differences.length - notes.length;
  if (more > 0) {
    notes.push({
      rule: 'schema.differs',
      severity: 'info',
      message: `The cluster’s schema of ${kind} differs in ${more} more places.`,
      kind,
    });
  }
  return notes;
}

function sentenceOf(kind: string, difference: SchemaDifference): string {
  const { path, change, served, builtIn } = difference;
  switch (change) {
    case 'added':
      return `The cluster’s ${kind} has the field ${path}, which this version of CNOC does not know.`;
    case 'removed':
      return `The cluster’s ${kind} has no field ${path}.`;
    default:
      return `The cluster’s ${kind} has other ${
        change === 'type' ? 'types' : change
      } at ${path}: ${served ?? 'none'} instead of ${builtIn ?? 'none'}.`;
  }
}

export interface ServedSchemasOptions {
  source: (cluster: string) => SchemaSource;
  now: () => Date;
}
