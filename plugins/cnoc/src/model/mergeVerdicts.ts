import type { ImportResult } from '@cnoc/backstage-plugin-cnoc-common';

/** @internal */
export type Verdict = ImportResult['items'][number];

/**
 * Verdicts of one part of a file, with lines of the whole file; a resource that an earlier part has already is invalid.
 *
 * @internal
 */
export function mergeVerdicts(
  before: readonly Verdict[],
  part: readonly Verdict[],
  linesBefore: number,
): Verdict[] {
  const seen = new Map(
    before.flatMap(item => (item.kind ? [[keyOf(item), item] as const] : [])),
  );
  return [
    ...before,
    ...part.map((item): Verdict => {
      const placed: Verdict = {
        ...item,
        line: item.line && item.line + linesBefore,
        diagnostics: item.diagnostics.map(diagnostic => ({
          ...diagnostic,
          line: diagnostic.line && diagnostic.line + linesBefore,
        })),
      };
      const first = item.kind ? seen.get(keyOf(item)) : undefined;
      if (!first) return placed;
      return {
        ...placed,
        verdict: 'invalid',
        diagnostics: [
          {
            rule: 'import.duplicate',
            severity: 'critical',
            message: `${item.kind} ${item.name} stands at line ${first.line} already.`,
            line: placed.line,
          },
          ...placed.diagnostics,
        ],
      };
    }),
  ];
}

function keyOf(item: Verdict): string {
  return `${item.kind}/${item.name}`;
}

/**
 * How many documents there are of each verdict.
 *
 * @internal
 */
export function countVerdicts(
  items: readonly Verdict[],
): Record<Verdict['verdict'], number> {
  const counts = { create: 0, update: 0, same: 0, invalid: 0 };
  for (const { verdict } of items) counts[verdict] += 1;
  return counts;
}
