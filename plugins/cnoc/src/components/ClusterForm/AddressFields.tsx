import { Alert, Checkbox, TextAreaField, TextField } from '@backstage/ui';
import { fieldProblem } from '../FormDialog/fieldProblem';
import { SkipTLSField } from './SkipTLSField';
import type { FieldsProps } from './FieldsProps';
import layout from '../FormLayout/FormLayout.module.css';
import styles from './ClusterForm.module.css';

/**
 * Where the cluster's API is, and how it proves that it is itself.
 *
 * @internal
 */
export const AddressFields = (props: FieldsProps) => {
  const { cluster, draft, problems, onChange } = props;
  const stored = cluster?.certificateAuthority === true;
  return (
    <fieldset className={layout.section}>
      <legend>Address</legend>
      <TextField
        label="Server"
        secondaryLabel="Required"
        description="Root of the Kubernetes API, for example https://control-1.example.com:6443"
        autoComplete="off"
        value={draft.server}
        onChange={server => onChange({ server })}
        {...fieldProblem(problems.server)}
      />
      {draft.server.trim().startsWith('http:') && (
        <Alert
          status="warning"
          icon
          title="Nothing protects this connection"
          description="Over http everybody on the way can read the token and change what the cluster says. Use https."
        />
      )}
      <TextAreaField
        className={styles.pem}
        label="Certificate authority"
        secondaryLabel="Optional"
        description={
          stored
            ? 'One is stored and stays unless you paste another. PEM, or PEM in base64.'
            : 'PEM, or PEM in base64. Empty = the authorities that the portal trusts.'
        }
        rows={3}
        autoComplete="off"
        spellCheck="false"
        value={draft.certificateAuthority}
        onChange={certificateAuthority =>
          onChange({ certificateAuthority, forgetAuthority: false })
        }
        {...fieldProblem(problems.certificateAuthority)}
      />
      {stored && draft.certificateAuthority === '' && (
        <Checkbox
          isSelected={draft.forgetAuthority}
          onChange={forgetAuthority => onChange({ forgetAuthority })}
        >
          Forget the stored certificate authority
        </Checkbox>
      )}
      <SkipTLSField {...props} />
    </fieldset>
  );
};
