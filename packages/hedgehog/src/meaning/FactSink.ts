import { bySeverity } from '../model/Severity';
import { Impact, ImpactChange, ImpactFact, ImpactItem } from './Impact';
import { worded } from './sentences';

type Fact = Exclude<ImpactFact, { type: 'setting' }>;
type Counts = Impact['lost'];

/** What is told first among what is equally grave. */
const order: readonly ImpactFact['type'][] = [
  'membership',
  'outside',
  'reach',
  'redundancy',
  'setting',
  'network',
];

const none = (): Counts => ({
  membership: 0,
  reach: 0,
  outside: 0,
  redundancy: 0,
  network: 0,
});

/** Counts all facts and keeps the first of each type. */
export class FactSink {
  readonly lost = none();
  readonly gained = none();
  readonly #items: ImpactItem[] = [];
  readonly #kept = new Map<string, number>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(change: ImpactChange, fact: Fact): void {
    this.count(change, fact.type, 1);
    if (this.hasRoom(change, fact.type)) this.keep(change, fact);
  }

  count(change: ImpactChange, type: Fact['type'], number: number): void {
    this[change][type] += number;
  }

  hasRoom(change: ImpactChange, type: Fact['type']): boolean {
    return (this.#kept.get(`${change} ${type}`) ?? 0) < this.#limit;
  }

  keep(change: ImpactChange, fact: Fact): void {
    const key = `${change} ${fact.type}`;
    this.#kept.set(key, (this.#kept.get(key) ?? 0) + 1);
    this.#items.push({ ...fact, change, ...worded(fact, change) });
  }

  /** With further items, gravest first. */
  sorted(further: readonly ImpactItem[]): ImpactItem[] {
    return [...this.#items, ...further].sort(
      (a, b) => bySeverity(a.severity, b.severity) || rankOf(a) - rankOf(b),
    );
  }
}

/** A switch that is cut off explains what its servers lose, so it comes before them. */
function rankOf(item: ImpactItem): number {
  const isCause =
    item.type === 'redundancy' &&
    item.after?.of === 'switch' &&
    item.after.links === 0;
  return isCause ? -1 : order.indexOf(item.type);
}
