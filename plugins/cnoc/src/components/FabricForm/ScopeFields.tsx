import { useApi } from '@backstage/frontend-plugin-api';
import {
  Checkbox,
  CheckboxGroup,
  Radio,
  RadioGroup,
  TextAreaField,
} from '@backstage/ui';
import { cnocApiRef } from '../../api/cnocApiRef';
import { useServerState } from '../../hooks/useServerState';
import type { Orphans } from '../../model/fabricDraft';
import { fieldProblem } from '../FormDialog/fieldProblem';
import type { FieldsProps } from './FieldsProps';
import layout from '../FormLayout/FormLayout.module.css';
import styles from './FabricForm.module.css';

/** @internal */
export const orphanPolicies: Record<Orphans, string> = {
  managed: 'Objects of the kinds that the directory has, or once had',
  listed: 'Objects of the kinds that are chosen here',
  none: 'Nothing: what git does not have is left alone',
};

/**
 * What of the cluster belongs to the fabric when git does not have it.
 *
 * @internal
 */
export const ScopeFields = (props: FieldsProps) => {
  const { draft, problems, onChange } = props;
  const api = useApi(cnocApiRef);
  const { data } = useServerState('kinds', signal => api.listKinds({ signal }));
  const names = [
    ...new Set([
      ...(data?.items ?? []).filter(k => k.managed).map(({ kind }) => kind),
      // Chosen once, and not known to this version.
      ...draft.kinds,
    ]),
  ].sort();
  return (
    <fieldset className={layout.section}>
      <legend>What counts as orphaned</legend>
      <RadioGroup
        label="In the cluster, not in git"
        value={draft.orphans}
        onChange={orphans => onChange({ orphans: orphans as Orphans })}
      >
        {Object.entries(orphanPolicies).map(([value, label]) => (
          <Radio key={value} value={value}>
            {label}
          </Radio>
        ))}
      </RadioGroup>
      {draft.orphans === 'listed' && (
        <>
          <CheckboxGroup
            className={styles.kinds}
            label="Kinds"
            orientation="horizontal"
            value={draft.kinds}
            onChange={kinds => onChange({ kinds })}
          >
            {names.map(kind => (
              <Checkbox key={kind} value={kind}>
                {kind}
              </Checkbox>
            ))}
          </CheckboxGroup>
          {problems.kinds && (
            <p className={styles.problem} role="alert">
              {problems.kinds}
            </p>
          )}
        </>
      )}
      {draft.orphans !== 'none' && (
        <TextAreaField
          label="Only with these labels"
          secondaryLabel="Optional"
          description="One a line: key=value. For clusters that several fabrics share."
          rows={2}
          spellCheck="false"
          value={draft.labels}
          onChange={labels => onChange({ labels })}
          {...fieldProblem(problems.labels)}
        />
      )}
    </fieldset>
  );
};
