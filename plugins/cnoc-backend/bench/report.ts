import { isSteady, type Figures } from './measure';

export interface Row {
  /** Number in the list of benchmarks, for example B1 */
  id: string;
  what: string;
  ours: Figures;
  baseline:
    | { name: string; figures: Figures }
    | { name: string; absent: string }
    /** No other side, but a promise: milliseconds */
    | { name: string; limit: number };
  /** Of the figures; milliseconds unless given */
  unit?: 'MB';
  /** `ours.median / baseline.median`, and the most it may be */
  atMost: number;
  /** What the two sides do differently */
  note: string;
}

/** One table over all rows, and below it what each comparison leaves out. */
export function report(rows: readonly Row[]): string {
  const table = [
    ['', 'what', 'CNOC', 'baseline', '', 'ratio', 'goal', ''],
    ...rows.map(cellsOf),
  ];
  const widths = table[0].map((_, column) =>
    Math.max(...table.map(cells => cells[column].length)),
  );
  const lines = table.map(cells =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
  const notes = rows.map(row => `${row.id} ${row.baseline.name}: ${row.note}`);
  return [
    'Median and min–max, in ms where nothing else is said.',
    ...lines,
    '',
    ...new Set(notes),
  ].join('\n');
}

function cellsOf({
  id,
  what: subject,
  unit,
  ours,
  baseline,
  atMost,
}: Row): string[] {
  const what = unit ? `${subject}, ${unit}` : subject;
  const goal = `≤ ${ratioText(atMost)}`;
  if ('absent' in baseline) {
    return [
      id,
      what,
      text(ours),
      baseline.name,
      baseline.absent,
      '–',
      goal,
      '–',
    ];
  }
  if ('limit' in baseline) {
    const ratio = ours.median / baseline.limit;
    return [
      id,
      what,
      text(ours),
      baseline.name,
      '',
      ratioText(ratio),
      goal,
      verdict(ratio <= atMost, true),
    ];
  }
  const { name, figures } = baseline;
  const ratio = ours.median / figures.median;
  return [
    id,
    what,
    text(ours),
    name,
    text(figures),
    ratioText(ratio),
    goal,
    verdict(ratio <= atMost, isSteady(ours) && isSteady(figures)),
  ];
}

function verdict(met: boolean, steady: boolean): string {
  if (!steady) return 'not measured: spread over 1.5×';
  return met ? 'met' : 'not met';
}

function text({ median, min, max }: Figures): string {
  return `${digits(median)} (${digits(min)}–${digits(max)})`;
}

function ratioText(ratio: number): string {
  return ratio < 0.1 ? `1/${(1 / ratio).toFixed(0)}` : `${ratio.toFixed(2)}×`;
}

function digits(milliseconds: number): string {
  return milliseconds.toFixed(milliseconds < 100 ? 1 : 0);
}
