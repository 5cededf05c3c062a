import { Button, Checkbox, PasswordField } from '@backstage/ui';
import { randomText } from '../../text/randomText';
import { CopyText } from '../CopyText/CopyText';
import { fieldProblem } from '../FormDialog/fieldProblem';
import type { FieldsProps } from './FieldsProps';
import layout from '../FormLayout/FormLayout.module.css';

/** 240 bits. */
const SECRET_LENGTH = 40;

/**
 * The secret that proves a push event to be the host's. A stored one is never shown.
 *
 * @internal
 */
export const WebhookFields = (
  props: FieldsProps & {
    stored: boolean;
    /** The secret that was made here, so that it can be copied to the host */
    made?: string;
    onMade: (secret: string) => void;
  },
) => {
  const { draft, problems, onChange, stored, made, onMade } = props;
  return (
    <fieldset className={layout.section}>
      <legend>Push events</legend>
      <div className={layout.beside}>
        <PasswordField
          label="Webhook secret"
          secondaryLabel="Optional"
          description={
            stored
              ? 'Stored; leave empty to keep.'
              : 'With one, the host can announce pushes. Without, CNOC asks for news now and then.'
          }
          autoComplete="off"
          isDisabled={draft.forgetWebhookSecret}
          value={draft.webhookSecret}
          onChange={webhookSecret => onChange({ webhookSecret })}
          {...fieldProblem(problems.webhookSecret)}
        />
        <Button
          variant="secondary"
          isDisabled={draft.forgetWebhookSecret}
          onPress={() => {
            const secret = randomText(SECRET_LENGTH);
            onChange({ webhookSecret: secret });
            onMade(secret);
          }}
        >
          Make one
        </Button>
      </div>
      {made && draft.webhookSecret === made && (
        <div>
          Copy it to the host now; it is not shown again once saved.
          <CopyText label="the webhook secret" text={made} />
        </div>
      )}
      {stored && draft.webhookSecret === '' && (
        <Checkbox
          isSelected={draft.forgetWebhookSecret}
          onChange={forgetWebhookSecret => onChange({ forgetWebhookSecret })}
        >
          Forget the stored secret: push events will be refused
        </Checkbox>
      )}
    </fieldset>
  );
};
