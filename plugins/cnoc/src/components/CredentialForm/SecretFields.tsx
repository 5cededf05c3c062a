import { PasswordField, TextAreaField, TextField } from '@backstage/ui';
import type { Credential } from '@cnoc/backstage-plugin-cnoc-common';
import type {
  CredentialProblems,
  SecretDraft,
} from '../../model/credentialDraft';
import { DateField } from '../DateField/DateField';
import { fieldProblem } from '../FormDialog/fieldProblem';
import { PrivateKeyField } from './PrivateKeyField';

/**
 * The value of a credential: what belongs to its type. Browsers are asked not to keep it.
 *
 * @internal
 */
export const SecretFields = (props: {
  type: Credential['type'];
  draft: SecretDraft;
  problems: CredentialProblems;
  /** What an empty user name means, for example that the stored one stays */
  usernameNote?: string;
  onChange: (change: Partial<SecretDraft>) => void;
}) => {
  const { type, draft, problems, onChange } = props;
  const hasKey = type === 'ssh' || type === 'certificate';
  return (
    <>
      {!hasKey && (
        <TextField
          label="User name"
          secondaryLabel={type === 'basic' ? 'Required' : 'Optional'}
          description={
            props.usernameNote ??
            (type === 'token'
              ? 'Most hosts take any; leave it empty unless yours asks for one.'
              : null)
          }
          autoComplete="off"
          value={draft.username}
          onChange={username => onChange({ username })}
          {...fieldProblem(problems.username)}
        />
      )}
      {hasKey ? (
        <>
          {type === 'certificate' && (
            <TextAreaField
              label="Certificate"
              secondaryLabel="Required"
              description="PEM, with its chain if it has one."
              rows={4}
              autoComplete="off"
              spellCheck="false"
              value={draft.certificate}
              onChange={certificate => onChange({ certificate })}
              {...fieldProblem(problems.certificate)}
            />
          )}
          <PrivateKeyField
            value={draft.privateKey}
            problem={problems.privateKey}
            onChange={privateKey => onChange({ privateKey })}
          />
          <PasswordField
            label="Passphrase"
            secondaryLabel="Optional"
            description="Only if the key is locked with one."
            autoComplete="off"
            value={draft.passphrase}
            onChange={passphrase => onChange({ passphrase })}
            {...fieldProblem(problems.passphrase)}
          />
        </>
      ) : (
        <PasswordField
          label={type === 'token' ? 'Token' : 'Password'}
          secondaryLabel="Required"
          autoComplete="off"
          value={draft.secret}
          onChange={secret => onChange({ secret })}
          {...fieldProblem(problems.secret)}
        />
      )}
      <DateField
        label="Ends on (optional)"
        description="The last day on which the host takes it. CNOC warns two weeks before."
        value={draft.expiresOn}
        onChange={expiresOn => onChange({ expiresOn })}
      />
    </>
  );
};
