import type { Plan, PlanLine } from '@cnoc/backstage-plugin-cnoc-common';

/** A line with what the executor needs to see that nothing moved since. */
export interface PlannedLine extends PlanLine {
  /** Content of git at planning time; absent for a delete */
  desiredHash?: string;
  /** The object in the cluster at planning time; absent for a create */
  live?: { uid: string; hash: string };
}

/** A plan as it is stored. */
export interface PlanRecord extends Omit<Plan, 'lines'> {
  fabric: string;
  lines: PlannedLine[];
}

/** The plan in the contract's shape. */
export function presentPlan(record: PlanRecord): Plan {
  const { fabric: _fabric, lines, ...plan } = record;
  return {
    ...plan,
    lines: lines.map(({ desiredHash: _hash, live: _live, ...line }) => line),
  };
}
