import { Select } from '@backstage/ui';
import { UrlFilterField } from '../../../components/FilterField/UrlFilterField';
import { useUrlState } from '../../../hooks/useUrlState';
import { resourceStates, severityOf, stateOf } from './readFilter';
import styles from './ResourcesTab.module.css';

const ANY = 'any';

const capital = (word: string) => word[0].toUpperCase() + word.slice(1);

/**
 * Text, state and severity, kept in the address.
 *
 * @internal
 */
export const ResourceFilters = () => {
  const [state, setState] = useUrlState('state');
  const [severity, setSeverity] = useUrlState('severity');
  return (
    <div className={styles.filters}>
      <UrlFilterField
        label="Filter resources"
        placeholder="Part of the name   ( / )"
      />
      <Select
        aria-label="State"
        size="small"
        value={stateOf(state) ?? ANY}
        onChange={value => setState(value === ANY ? '' : String(value))}
        options={[
          { value: ANY, label: 'Any state' },
          ...resourceStates.map(value => ({ value, label: capital(value) })),
        ]}
      />
      <Select
        aria-label="Severity"
        size="small"
        value={severityOf(severity) ?? ANY}
        onChange={value => setSeverity(value === ANY ? '' : String(value))}
        options={[
          { value: ANY, label: 'Any severity' },
          { value: 'critical', label: 'Critical' },
          { value: 'warning', label: 'Warning' },
          { value: 'info', label: 'Info' },
        ]}
      />
    </div>
  );
};
