import { Alert, Checkbox } from '@backstage/ui';
import type { FieldsProps } from './FieldsProps';

/**
 * Whether the cluster has to prove who it is, and what it means when not.
 *
 * @internal
 */
export const SkipTLSField = ({ draft, onChange }: FieldsProps) => (
  <>
    <Checkbox
      isSelected={draft.skipTLSVerify}
      onChange={skipTLSVerify => onChange({ skipTLSVerify })}
    >
      Do not check the cluster’s TLS certificate
    </Checkbox>
    {draft.skipTLSVerify && (
      <Alert
        status="danger"
        icon
        title="Anybody on the way can pose as this cluster"
        description="They would get the secret and decide what is live. Better: give the cluster’s certificate authority. The choice is recorded."
      />
    )}
  </>
);
