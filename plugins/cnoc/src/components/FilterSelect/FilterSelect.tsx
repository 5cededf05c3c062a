import { Select } from '@backstage/ui';
import { useUrlState } from '../../hooks/useUrlState';

const ANY = '';
/** The UI kit takes no empty value for an option. */
const ANY_KEY = ' any';

type Option = { value: string; label: string };

/**
 * A filter of one value, kept in the page's address. A value that the options lack is offered too where it is open which
 * values there are, so that what filters is always seen.
 *
 * @internal
 */
export const FilterSelect = (props: {
  /** Name in the address */
  name: string;
  label: string;
  /** What stands there while it filters nothing, for example `Any severity` */
  any: string;
  options: readonly Option[];
  /** Any value may come from the address */
  open?: boolean;
}) => {
  const { options } = props;
  const [value, setValue] = useUrlState(props.name);
  const known = options.some(option => option.value === value);
  const current = known || props.open ? value : ANY;
  return (
    <Select
      aria-label={props.label}
      size="small"
      value={current === ANY ? ANY_KEY : current}
      onChange={next => setValue(next === ANY_KEY ? ANY : String(next))}
      options={[
        { value: ANY_KEY, label: props.any },
        ...options,
        ...(known || current === ANY
          ? []
          : [{ value: current, label: current }]),
      ]}
    />
  );
};
