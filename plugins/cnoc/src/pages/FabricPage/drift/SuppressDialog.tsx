import { useState } from 'react';
import { Radio, RadioGroup, TextAreaField } from '@backstage/ui';
import type { Finding } from '@cnoc/backstage-plugin-cnoc-common';
import { DateField } from '../../../components/DateField/DateField';
import { FormDialog } from '../../../components/FormDialog/FormDialog';
import { fieldProblem } from '../../../components/FormDialog/fieldProblem';
import { fieldErrors } from '../../../errors/fieldErrors';
import {
  checkSuppression,
  suppressionEnds,
  suppressionUntil,
  type SuppressionDraft,
} from '../../../model/suppression';
import { plural } from '../../../text/plural';
import styles from './DriftTab.module.css';

const ends = Object.keys(suppressionEnds) as SuppressionDraft['end'][];

/**
 * Asks why findings should be quiet, and until when.
 *
 * @internal
 */
export const SuppressDialog = (props: {
  findings: readonly Finding[];
  busy: boolean;
  error?: unknown;
  onSuppress: (reason: string, until: Date) => void;
  onClose: () => void;
}) => {
  const { findings } = props;
  const [first] = findings;
  const [draft, setDraft] = useState<SuppressionDraft>({
    reason: '',
    end: 'week',
    day: '',
  });
  const [tried, setTried] = useState(false);
  const change = (part: Partial<SuppressionDraft>) =>
    setDraft(before => ({ ...before, ...part }));
  const problems = {
    ...(tried ? checkSuppression(draft, new Date()) : {}),
    ...fieldErrors(props.error),
  } as { reason?: string; day?: string };

  const submit = () => {
    setTried(true);
    const now = new Date();
    const until = suppressionUntil(draft, now);
    if (!until || Object.keys(checkSuppression(draft, now)).length > 0) return;
    props.onSuppress(draft.reason.trim(), until);
  };
  return (
    <FormDialog
      title={
        findings.length === 1
          ? `Suppress the finding of ${first.kind} ${first.name}`
          : `Suppress ${plural(findings.length, 'finding')}`
      }
      submit="Suppress"
      busy={props.busy}
      failure={{ title: 'Nothing was suppressed', error: props.error }}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <p className={styles.about}>
        Nobody is told about it until then. It opens again by itself, and at
        once when it gets worse.
      </p>
      <TextAreaField
        label="Reason"
        secondaryLabel="Required"
        rows={3}
        value={draft.reason}
        onChange={reason => change({ reason })}
        {...fieldProblem(problems.reason)}
      />
      <RadioGroup
        label="For how long?"
        orientation="horizontal"
        value={draft.end}
        onChange={end => change({ end: end as SuppressionDraft['end'] })}
      >
        {ends.map(end => (
          <Radio key={end} value={end}>
            {suppressionEnds[end].label}
          </Radio>
        ))}
      </RadioGroup>
      {draft.end === 'date' && (
        <DateField
          label="Last day"
          description="This day is included."
          problem={problems.day}
          value={draft.day}
          onChange={day => change({ day })}
        />
      )}
    </FormDialog>
  );
};
