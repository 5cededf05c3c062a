import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Select, TextAreaField, TextField } from '@backstage/ui';
import { kinds } from '@cnoc/hedgehog';
import type { IgnoreRule } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { fieldErrors } from '../../errors/fieldErrors';
import { useAction } from '../../hooks/useAction';
import {
  checkIgnoreRule,
  emptyIgnoreRule,
  ignoreRuleInputOf,
  type IgnoreRuleDraft,
} from '../../model/ignoreRuleDraft';
import { DateField } from '../DateField/DateField';
import { FormDialog } from '../FormDialog/FormDialog';
import { fieldProblem } from '../FormDialog/fieldProblem';
import styles from './IgnoreRuleDialog.module.css';

const ANY = 'any';

/**
 * Leaves a field out of a fabric's comparison.
 *
 * @internal
 */
export const IgnoreRuleDialog = (props: {
  fabric: string;
  /** What to begin with, for example the field of a difference */
  draft?: IgnoreRuleDraft;
  onCreated: (rule: IgnoreRule) => void;
  onClose: () => void;
}) => {
  const api = useApi(cnocApiRef);
  const [draft, setDraft] = useState(props.draft ?? emptyIgnoreRule);
  const [tried, setTried] = useState(false);
  const change = (part: Partial<IgnoreRuleDraft>) =>
    setDraft(before => ({ ...before, ...part }));
  const create = useAction(idempotencyKey =>
    api.createIgnoreRule(props.fabric, ignoreRuleInputOf(draft), {
      idempotencyKey,
    }),
  );
  const problems = {
    ...(tried ? checkIgnoreRule(draft, new Date()) : {}),
    ...fieldErrors(create.error),
  } as Partial<Record<string, string>>;

  const submit = async () => {
    setTried(true);
    if (Object.keys(checkIgnoreRule(draft, new Date())).length > 0) return;
    const rule = await create.run();
    if (rule) props.onCreated(rule);
  };
  return (
    <FormDialog
      title="New ignore rule"
      submit="Ignore it"
      busy={create.pending}
      failure={{ title: 'The rule was not created', error: create.error }}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <p className={styles.about}>
        Git and cluster may differ in this field without anybody being told, in{' '}
        {props.fabric} only. A deployment still writes what git says.
      </p>
      <TextField
        label="Field"
        secondaryLabel="Required"
        description="* stands for any one key or index, ** for anything below: spec.subnets.*.vlan"
        autoComplete="off"
        value={draft.path}
        onChange={path => change({ path })}
        {...fieldProblem(problems.path)}
      />
      <div className={styles.row}>
        <Select
          label="Kind"
          value={draft.kind || ANY}
          onChange={kind => change({ kind: kind === ANY ? '' : String(kind) })}
          options={[
            { value: ANY, label: 'Every kind' },
            ...kinds.map(({ kind }) => ({ value: kind, label: kind })),
          ]}
        />
        <TextField
          label="Name"
          secondaryLabel="Optional"
          placeholder="Every resource"
          autoComplete="off"
          value={draft.name}
          onChange={name => change({ name })}
          {...fieldProblem(problems.name)}
        />
        <TextField
          label="Field manager"
          secondaryLabel="Optional"
          placeholder="Whoever holds it"
          autoComplete="off"
          value={draft.manager}
          onChange={manager => change({ manager })}
          {...fieldProblem(problems.manager)}
        />
      </div>
      <TextAreaField
        label="Reason"
        secondaryLabel="Required"
        rows={2}
        value={draft.reason}
        onChange={reason => change({ reason })}
        {...fieldProblem(problems.reason)}
      />
      <DateField
        label="Until"
        description="The last day on which it hides; empty = until somebody deletes it."
        problem={problems.day ?? problems.until}
        value={draft.day}
        onChange={day => change({ day })}
      />
    </FormDialog>
  );
};
