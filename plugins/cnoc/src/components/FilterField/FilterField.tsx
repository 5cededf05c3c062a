import { useEffect, useRef } from 'react';
import { SearchField } from '@backstage/ui';
import styles from './FilterField.module.css';

/**
 * A text filter. `/` focuses it from anywhere on the page, Escape leaves it.
 *
 * @internal
 */
export const FilterField = (props: {
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
}) => {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) {
        return;
      }
      if (isEditable(event.target)) return;
      event.preventDefault();
      root.current?.querySelector('input')?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <div ref={root} className={styles.filter}>
      <SearchField
        aria-label={props.label}
        placeholder={props.placeholder}
        size="small"
        value={props.value}
        onChange={props.onChange}
        onKeyDown={event => {
          if (event.key === 'Escape' && props.value === '') {
            root.current?.querySelector('input')?.blur();
          }
        }}
      />
    </div>
  );
};

function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
