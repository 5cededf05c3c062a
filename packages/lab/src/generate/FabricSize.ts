/** The fewest objects that hold one of every kind and the things they refer to. */
export const MIN_OBJECTS = 60;

/** How many of each thing a generated fabric gets; spare servers make up the exact total. */
export interface FabricSize {
  spines: number;
  /** Even: leaves come in ESLAG pairs. */
  leaves: number;
  servers: number;
  vpcs: number;
  vpcPeerings: number;
  externals: number;
  externalPeerings: number;
  gateways: number;
  gatewayPeerings: number;
}

/** Throws RangeError when there are too few objects for one of every kind. */
export function sizeOf(objects: number): FabricSize {
  if (!Number.isInteger(objects) || objects < MIN_OBJECTS) {
    throw new RangeError(
      `A generated fabric has ${MIN_OBJECTS} objects or more, not ${objects}`,
    );
  }
  const share = (part: number, min: number, max: number) =>
    Math.min(max, Math.max(min, Math.floor(objects * part)));
  const leaves = 2 * share(0.005, 1, 60);
  const size = {
    spines: leaves < 16 ? 2 : 4,
    leaves,
    vpcs: share(0.1, 4, 1300),
    vpcPeerings: share(0.06, 2, 1200),
    externals: share(0.002, 1, leaves),
    externalPeerings: share(0.03, 2, 1000),
    gateways: share(0.0005, 1, 8),
    gatewayPeerings: share(0.01, 1, 400),
  };
  const namespaces = 2;
  const others =
    namespaces +
    1 + // gateway group
    leaves / 2 + // switch groups
    (size.spines + leaves + size.spines * leaves) +
    2 * size.gateways +
    3 * size.externals +
    size.vpcs +
    size.vpcPeerings +
    size.externalPeerings +
    size.gatewayPeerings;
  // a server comes with its connection and its attachment, and takes at most two of a pair's 96 ports
  const servers = Math.min(24 * leaves, Math.floor((objects - others) / 3));
  return { ...size, servers };
}
