import { TextAreaField, TextField } from '@backstage/ui';
import { fieldProblem } from '../FormDialog/fieldProblem';
import type { FieldsProps } from './FieldsProps';
import layout from '../FormLayout/FormLayout.module.css';

/**
 * Which fabric, and whose.
 *
 * @internal
 */
export const NameFields = (props: FieldsProps) => {
  const { draft, problems, onChange } = props;
  return (
    <>
      <div className={layout.pair}>
        {props.isNew && (
          <TextField
            label="Name"
            secondaryLabel="Required"
            description="Links and rules refer to it by this name; it stays."
            autoComplete="off"
            value={draft.name}
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
        <TextField
          label="Environment"
          secondaryLabel="Optional"
          description="For example lab or production."
          autoComplete="off"
          value={draft.environment}
          onChange={environment => onChange({ environment })}
          {...fieldProblem(problems.environment)}
        />
        <TextField
          label="Owner"
          secondaryLabel="Optional"
          description="Who is told when something is wrong, for example group:default/network."
          autoComplete="off"
          value={draft.owner}
          onChange={owner => onChange({ owner })}
          {...fieldProblem(problems.owner)}
        />
      </div>
      <TextAreaField
        label="Description"
        secondaryLabel="Optional"
        rows={2}
        value={draft.description}
        onChange={description => onChange({ description })}
        {...fieldProblem(problems.description)}
      />
    </>
  );
};
