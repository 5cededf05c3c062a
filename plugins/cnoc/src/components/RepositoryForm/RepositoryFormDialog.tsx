import { useState } from 'react';
import {
  cnocRepositoryCreatePermission,
  type Repository,
  type RepositoryDetail,
} from '@cnoc/backstage-plugin-cnoc-common';
import { usePortalPermission } from '../../hooks/usePortalPermission';
import { ErrorPanel } from '../ErrorPanel/ErrorPanel';
import { FormDialog } from '../FormDialog/FormDialog';
import { GuardedButton } from '../GuardedButton/GuardedButton';
import { RepositoryTestResult } from '../RepositoryTestResult/RepositoryTestResult';
import { AccessFields } from './AccessFields';
import { RemoteFields } from './RemoteFields';
import { TrustFields } from './TrustFields';
import { useRepositoryForm } from './useRepositoryForm';
import { WebhookFields } from './WebhookFields';

/**
 * Registers a git remote, or changes one, after a test if one likes.
 *
 * @internal
 */
export const RepositoryFormDialog = (props: {
  /** Absent = a new one */
  repository?: RepositoryDetail;
  onSaved: (repository: Repository) => void;
  onClose: () => void;
}) => {
  // As it was when the form opened: a change that comes in meanwhile must be noticed, not overwritten.
  const [repository] = useState(props.repository);
  const form = useRepositoryForm(repository, props.onSaved);
  const [made, setMade] = useState<string>();
  // An address is tried under the permission to register one, whatever becomes of it.
  const mayTest = usePortalPermission(cnocRepositoryCreatePermission);
  const { test } = form;
  const fields = {
    draft: form.draft,
    problems: form.problems,
    onChange: form.change,
  };
  return (
    <FormDialog
      title={repository ? `Edit ${repository.name}` : 'New repository'}
      submit={repository ? 'Save' : 'Add repository'}
      busy={form.saving}
      failure={{ title: 'It was not saved', error: form.saveError }}
      onSubmit={form.save}
      onClose={props.onClose}
      actions={
        <GuardedButton
          {...mayTest}
          variant="secondary"
          busy={test.pending}
          onPress={test.run}
        >
          Test connection
        </GuardedButton>
      }
    >
      <RemoteFields {...fields} isNew={!repository} />
      <AccessFields {...fields} />
      <TrustFields {...fields} />
      <WebhookFields
        {...fields}
        stored={repository?.webhook.secret ?? false}
        made={made}
        onMade={setMade}
      />
      {test.error !== undefined && (
        <ErrorPanel
          title="The test could not be run"
          error={test.error}
          stillWorks="Nothing was stored."
        />
      )}
      {test.result && <RepositoryTestResult result={test.result} />}
    </FormDialog>
  );
};
