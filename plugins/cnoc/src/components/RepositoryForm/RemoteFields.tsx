import { Alert, Select, TextField } from '@backstage/ui';
import { providerLabels, type Provider } from '../../model/providers';
import { readRemote } from '../../model/readRemote';
import { nameOf, providerOf } from '../../model/repositoryDraft';
import { fieldProblem } from '../FormDialog/fieldProblem';
import type { FieldsProps } from './FieldsProps';
import layout from '../FormLayout/FormLayout.module.css';

const providerOptions = Object.entries(providerLabels).map(
  ([value, label]) => ({ value, label }),
);

/**
 * Which repository: address, name, host and branch. Name and host follow the address until somebody changes them.
 *
 * @internal
 */
export const RemoteFields = (props: FieldsProps & { isNew: boolean }) => {
  const { draft, problems, onChange, isNew } = props;
  const remote = readRemote(draft.url);
  const read = 'problem' in remote ? undefined : remote;
  return (
    <>
      <TextField
        label="Address"
        secondaryLabel="Required"
        description="https://host/path, ssh://git@host/path or git@host:path"
        autoComplete="off"
        value={draft.url}
        onChange={url => onChange({ url })}
        {...fieldProblem(problems.url)}
      />
      {read?.hasCredential && (
        <Alert
          status="warning"
          icon
          title="A credential stands in the address"
          description={`It is taken out and stored encrypted. The address that is kept and shown is ${read.address}`}
        />
      )}
      {read?.scheme === 'http' && (
        <Alert
          status="warning"
          icon
          title="Nothing protects this connection"
          description="Over http everybody on the way can read the credential and change what git says. Use https or ssh."
        />
      )}
      <div className={layout.pair}>
        {isNew && (
          <TextField
            label="Name"
            secondaryLabel="Required"
            description="Fabrics refer to it by this name; it stays."
            autoComplete="off"
            value={nameOf(draft)}
            onChange={name => onChange({ name })}
            {...fieldProblem(problems.name)}
          />
        )}
        <TextField
          label="Title"
          secondaryLabel="Optional"
          autoComplete="off"
          value={draft.title}
          onChange={title => onChange({ title })}
          {...fieldProblem(problems.title)}
        />
        <Select
          label="Host"
          secondaryLabel={
            draft.provider || !read ? null : 'Guessed from the address'
          }
          value={providerOf(draft)}
          onChange={value => onChange({ provider: value as Provider })}
          options={providerOptions}
        />
        <TextField
          label="Branch"
          secondaryLabel="Required"
          autoComplete="off"
          value={draft.branch}
          onChange={branch => onChange({ branch })}
          {...fieldProblem(problems.branch)}
        />
      </div>
    </>
  );
};
