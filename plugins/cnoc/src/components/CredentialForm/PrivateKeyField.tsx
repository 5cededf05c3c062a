import { useId, useState } from 'react';
import { TextAreaField } from '@backstage/ui';
import { fieldProblem } from '../FormDialog/fieldProblem';
import styles from './CredentialForm.module.css';

/** Largest file that is read, in bytes; the contract takes no longer keys. */
const MAX_KEY_BYTES = 20_000;

/**
 * A private key, pasted or from a file. It has many lines, so that it cannot be a password field; its letters are hidden
 * the same.
 *
 * @internal
 */
export const PrivateKeyField = (props: {
  value: string;
  problem?: string;
  onChange: (key: string) => void;
}) => {
  const id = useId();
  const [tooLarge, setTooLarge] = useState(false);

  const read = async (file: File | undefined) => {
    if (!file) return;
    setTooLarge(file.size > MAX_KEY_BYTES);
    if (file.size <= MAX_KEY_BYTES) props.onChange(await file.text());
  };
  return (
    <div className={styles.key}>
      <TextAreaField
        className={styles.hidden}
        label="Private key"
        secondaryLabel="Required"
        description="OpenSSH or PEM. Its letters are hidden while you paste."
        rows={4}
        autoComplete="off"
        spellCheck="false"
        value={props.value}
        onChange={key => {
          setTooLarge(false);
          props.onChange(key);
        }}
        {...fieldProblem(
          tooLarge ? 'The file is too large for a private key.' : props.problem,
        )}
      />
      <label htmlFor={id} className={styles.file}>
        Or choose its file
        <input
          id={id}
          type="file"
          onChange={event => {
            read(event.target.files?.[0]);
            // So that the same file can be chosen again.
            event.target.value = '';
          }}
        />
      </label>
    </div>
  );
};
