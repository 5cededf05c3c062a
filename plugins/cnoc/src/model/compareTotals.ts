import type { FindingTotals } from '@cnoc/backstage-plugin-cnoc-common';

type FabricTotals = FindingTotals['byFabric'][number];

/**
 * Whether a fabric differs, or nobody knows.
 *
 * @internal
 */
export const needsLook = (fabric: FabricTotals): boolean =>
  fabric.state !== 'inSync' ||
  fabric.staleSince !== undefined ||
  fabric.findings.critical + fabric.findings.warning + fabric.findings.info > 0;

const isUnknown = (fabric: FabricTotals) =>
  fabric.state === 'unknown' || fabric.staleSince !== undefined;

/**
 * Fabrics with the most of the worst first; among equal ones those of which nothing is known, then by name.
 *
 * @internal
 */
export const compareTotals = (a: FabricTotals, b: FabricTotals): number =>
  b.findings.critical - a.findings.critical ||
  b.findings.warning - a.findings.warning ||
  b.findings.info - a.findings.info ||
  Number(isUnknown(b)) - Number(isUnknown(a)) ||
  a.fabric.localeCompare(b.fabric);
