import type {
  FabricFindingQuery,
  FindingStatus,
  FindingType,
  Severity,
} from '@cnoc/backstage-plugin-cnoc-common';

const HOUR = 3600;

/** @internal */
export const findingAges = {
  hour: { label: 'Older than an hour', seconds: HOUR },
  day: { label: 'Older than a day', seconds: 24 * HOUR },
  week: { label: 'Older than a week', seconds: 7 * 24 * HOUR },
  month: { label: 'Older than a month', seconds: 30 * 24 * HOUR },
} as const;

/** @internal */
export const findingStatuses: readonly FindingStatus[] = [
  'open',
  'acknowledged',
  'suppressed',
  'resolved',
];

/** @internal */
export const findingTypes: Record<FindingType, string> = {
  drift: 'Drift',
  validation: 'Not valid',
  lag: 'Lag of switches',
  agent: 'Switch agents',
};

/** In the address: whatever the status is. */
export const ANY_STATUS = 'any';

const severities: readonly Severity[] = ['critical', 'warning', 'info'];
/** Longest texts that the engine takes. */
const LIMITS = {
  fabric: 63,
  environment: 255,
  owner: 255,
  kind: 63,
  text: 253,
};

/**
 * The filters that an address asks for. What is not a filter's value is passed over: addresses are typed and shortened.
 *
 * @internal
 */
export function readFindingFilters(params: URLSearchParams): {
  query: FabricFindingQuery;
  /** Something beside the open ones, or not all of them, is asked for */
  filtered: boolean;
} {
  const text = (name: keyof typeof LIMITS) =>
    params.get(name)?.trim().slice(0, LIMITS[name]) || undefined;
  const oneOf = <T extends string>(name: string, known: readonly T[]) =>
    known.find(word => word === params.get(name));
  const age = oneOf(
    'olderThan',
    Object.keys(findingAges) as (keyof typeof findingAges)[],
  );
  const narrowing = {
    severity: oneOf('severity', severities),
    fabric: text('fabric'),
    environment: text('environment'),
    owner: text('owner'),
    type: oneOf('type', Object.keys(findingTypes) as FindingType[]),
    kind: text('kind'),
    text: text('text'),
    olderThan: age && findingAges[age].seconds,
  };
  const isAny = params.get('status') === ANY_STATUS;
  const status = oneOf('status', findingStatuses);
  return {
    query: { ...narrowing, status: isAny ? undefined : status ?? 'open' },
    filtered:
      Object.values(narrowing).some(value => value !== undefined) ||
      isAny ||
      (status !== undefined && status !== 'open'),
  };
}
