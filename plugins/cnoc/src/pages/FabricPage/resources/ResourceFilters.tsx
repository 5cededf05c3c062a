import { useEffect, useState } from 'react';
import { Select } from '@backstage/ui';
import { FilterField } from '../../../components/FilterField/FilterField';
import { useUrlState } from '../../../hooks/useUrlState';
import { resourceStates, severityOf, stateOf } from './readFilter';
import styles from './ResourcesTab.module.css';

/** Typing asks the server once the fingers rest, in milliseconds. */
const TYPING_MS = 250;
const ANY = 'any';

const capital = (word: string) => word[0].toUpperCase() + word.slice(1);

/**
 * Text, state and severity, kept in the address.
 *
 * @internal
 */
export const ResourceFilters = () => {
  const [text, setText] = useUrlState('text');
  const [state, setState] = useUrlState('state');
  const [severity, setSeverity] = useUrlState('severity');
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (typed === text) return undefined;
    const timer = setTimeout(() => setText(typed), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, text, setText]);
  return (
    <div className={styles.filters}>
      <FilterField
        label="Filter resources"
        placeholder="Part of the name   ( / )"
        value={typed}
        onChange={setTyped}
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
