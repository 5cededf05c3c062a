import type { FindingTotals } from '@cnoc/backstage-plugin-cnoc-common';
import { kinds } from '@cnoc/hedgehog';
import { FilterSelect } from '../../components/FilterSelect/FilterSelect';
import { UrlFilterField } from '../../components/FilterField/UrlFilterField';
import {
  ANY_STATUS,
  findingAges,
  findingStatuses,
  findingTypes,
} from '../../model/findingFilters';
import { refName } from '../../text/refName';
import styles from './DriftPage.module.css';

const capital = (word: string) => word[0].toUpperCase() + word.slice(1);

const optionsOf = (
  values: readonly (string | undefined)[],
  labelOf: (value: string) => string = value => value,
) =>
  [...new Set(values)]
    .flatMap(value => (value ? [{ value, label: labelOf(value) }] : []))
    .sort((a, b) => a.label.localeCompare(b.label));

const severities = optionsOf(['critical', 'warning', 'info'], capital);
const types = Object.entries(findingTypes).map(([value, label]) => ({
  value,
  label,
}));
const kindOptions = optionsOf(kinds.map(({ kind }) => kind));
const statuses = [
  ...findingStatuses
    .filter(status => status !== 'open')
    .map(value => ({ value, label: capital(value) })),
  { value: ANY_STATUS, label: 'Any status' },
];
const ages = Object.entries(findingAges).map(([value, { label }]) => ({
  value,
  label,
}));

/**
 * Which findings to list; all of it stands in the address.
 *
 * @internal
 */
export const FindingFilters = ({ totals }: { totals?: FindingTotals }) => {
  const fabrics = totals?.byFabric ?? [];
  return (
    <div className={styles.filters} role="group" aria-label="Filters">
      <UrlFilterField
        label="Filter findings"
        placeholder="Part of the name   ( / )"
      />
      <FilterSelect
        name="severity"
        label="Severity"
        any="Any severity"
        options={severities}
      />
      <FilterSelect
        name="fabric"
        label="Fabric"
        any="Any fabric"
        options={optionsOf(fabrics.map(f => f.fabric))}
        open
      />
      <FilterSelect
        name="environment"
        label="Environment"
        any="Any environment"
        options={optionsOf(fabrics.map(f => f.environment))}
        open
      />
      <FilterSelect
        name="owner"
        label="Owner"
        any="Any owner"
        options={optionsOf(
          fabrics.map(f => f.owner),
          refName,
        )}
        open
      />
      <FilterSelect name="type" label="Type" any="Any type" options={types} />
      <FilterSelect
        name="kind"
        label="Kind"
        any="Any kind"
        options={kindOptions}
        open
      />
      <FilterSelect
        name="status"
        label="Status"
        any="Open"
        options={statuses}
      />
      <FilterSelect name="olderThan" label="Age" any="Any age" options={ages} />
    </div>
  );
};
