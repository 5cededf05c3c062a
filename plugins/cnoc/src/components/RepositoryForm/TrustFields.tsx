import { Checkbox, TextAreaField } from '@backstage/ui';
import { fieldProblem } from '../FormDialog/fieldProblem';
import type { FieldsProps } from './FieldsProps';
import layout from '../FormLayout/FormLayout.module.css';
import styles from './RepositoryForm.module.css';

/**
 * Whose commits count.
 *
 * @internal
 */
export const TrustFields = ({ draft, problems, onChange }: FieldsProps) => (
  <fieldset className={layout.section}>
    <legend>Commits</legend>
    <Checkbox
      isSelected={draft.requireSignedCommits}
      onChange={requireSignedCommits => onChange({ requireSignedCommits })}
    >
      Only take commits that are signed by somebody listed
    </Checkbox>
    {draft.requireSignedCommits && (
      <TextAreaField
        className={styles.keys}
        label="Allowed signers"
        secondaryLabel="Required"
        description="One a line, as ssh-keygen takes them: name@example.com ssh-ed25519 AAAA…"
        rows={4}
        spellCheck="false"
        autoComplete="off"
        value={draft.allowedSigners}
        onChange={allowedSigners => onChange({ allowedSigners })}
        {...fieldProblem(problems.allowedSigners)}
      />
    )}
  </fieldset>
);
