import { useState } from 'react';
import {
  cnocClusterCreatePermission,
  type Cluster,
} from '@cnoc/backstage-plugin-cnoc-common';
import { usePortalPermission } from '../../hooks/usePortalPermission';
import { hasAddress } from '../../model/clusterDraft';
import { ConnectionTestSteps } from '../ConnectionTestResult/ConnectionTestSteps';
import { ErrorPanel } from '../ErrorPanel/ErrorPanel';
import { FormDialog } from '../FormDialog/FormDialog';
import { GuardedButton } from '../GuardedButton/GuardedButton';
import { AccessFields } from './AccessFields';
import { AddressFields } from './AddressFields';
import { NameFields } from './NameFields';
import { useClusterForm } from './useClusterForm';

/**
 * Registers a cluster, or changes one, after a test if one likes.
 *
 * @internal
 */
export const ClusterFormDialog = (props: {
  /** Absent = a new one */
  cluster?: Cluster;
  onSaved: (cluster: Cluster) => void;
  onClose: () => void;
}) => {
  // As it was when the form opened: a change that comes in meanwhile must be noticed, not overwritten.
  const [cluster] = useState(props.cluster);
  const form = useClusterForm(cluster, props.onSaved);
  // An address is tried under the permission to register one, whatever becomes of it.
  const mayTest = usePortalPermission(cnocClusterCreatePermission);
  const { draft, test } = form;
  const fields = {
    cluster,
    draft,
    problems: form.problems,
    onChange: form.change,
  };
  return (
    <FormDialog
      title={cluster ? `Edit ${cluster.name}` : 'New cluster'}
      submit={cluster ? 'Save' : 'Add cluster'}
      busy={form.saving}
      failure={{ title: 'It was not saved', error: form.saveError }}
      onSubmit={form.save}
      onClose={props.onClose}
      actions={
        <GuardedButton
          variant="secondary"
          allowed={mayTest.allowed && !test.whyNot}
          whyNot={mayTest.whyNot ?? test.whyNot}
          busy={test.pending}
          onPress={test.run}
        >
          Test connection
        </GuardedButton>
      }
    >
      <NameFields {...fields} />
      <AccessFields {...fields} />
      {hasAddress(draft.way, cluster) && <AddressFields {...fields} />}
      {test.error !== undefined && (
        <ErrorPanel
          title="The test could not be run"
          error={test.error}
          stillWorks="Nothing was stored."
        />
      )}
      {test.result && <ConnectionTestSteps result={test.result} />}
    </FormDialog>
  );
};
