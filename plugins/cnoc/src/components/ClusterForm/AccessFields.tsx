import { PasswordField, Radio, RadioGroup, TextField } from '@backstage/ui';
import { describeClusterAccess } from '../../model/describeCluster';
import { emptyAccess, type ClusterWay } from '../../model/clusterDraft';
import { fieldProblem } from '../FormDialog/fieldProblem';
import { CredentialField } from './CredentialField';
import type { FieldsProps } from './FieldsProps';
import { KubeconfigFields } from './KubeconfigFields';
import layout from '../FormLayout/FormLayout.module.css';
import styles from './ClusterForm.module.css';

const ways: Record<Exclude<ClusterWay, 'keep'>, string> = {
  token: 'Address and a token',
  credential: 'Address and a stored credential',
  kubeconfig: 'A kubeconfig',
  inCluster: 'The cluster that the portal runs in',
  kubernetes: 'A cluster of the portal’s kubernetes configuration',
  none: 'Address, nothing to sign in with',
};

/**
 * How CNOC gets in.
 *
 * @internal
 */
export const AccessFields = (props: FieldsProps) => {
  const { cluster, draft, problems, onChange } = props;
  return (
    <fieldset className={layout.section}>
      <legend>Access</legend>
      <RadioGroup
        aria-label="Access"
        value={draft.way}
        // What was typed for one way must not go out as part of another.
        onChange={way => onChange({ ...emptyAccess, way: way as ClusterWay })}
      >
        {cluster && (
          <Radio value="keep">
            {`As it is stored: ${describeClusterAccess(cluster)}`}
          </Radio>
        )}
        {Object.entries(ways).map(([way, label]) => (
          <Radio key={way} value={way}>
            {label}
          </Radio>
        ))}
      </RadioGroup>
      {draft.way === 'token' && (
        <PasswordField
          label="Token"
          secondaryLabel="Required"
          description="Of a service account; stored encrypted and never shown again."
          autoComplete="off"
          value={draft.token}
          onChange={token => onChange({ token })}
          {...fieldProblem(problems.token)}
        />
      )}
      {draft.way === 'credential' && <CredentialField {...props} />}
      {draft.way === 'kubeconfig' && <KubeconfigFields {...props} />}
      {draft.way === 'inCluster' && (
        <p className={styles.note}>
          Address, authority and token are those of the portal’s own pod.
        </p>
      )}
      {draft.way === 'kubernetes' && (
        <TextField
          label="Cluster"
          secondaryLabel="Required"
          description="Its name under kubernetes.clusterLocatorMethods in the portal’s configuration."
          autoComplete="off"
          value={draft.kubernetesCluster}
          onChange={kubernetesCluster => onChange({ kubernetesCluster })}
          {...fieldProblem(problems.kubernetesCluster)}
        />
      )}
    </fieldset>
  );
};
