import { Checkbox, TextField } from '@backstage/ui';
import { fieldProblem } from '../FormDialog/fieldProblem';
import type { FieldsProps } from './FieldsProps';
import layout from '../FormLayout/FormLayout.module.css';

/**
 * Which cluster, and where in it the fabric's objects are.
 *
 * @internal
 */
export const NameFields = (props: FieldsProps) => {
  const { draft, problems, onChange } = props;
  return (
    <>
      <div className={layout.pair}>
        {!props.cluster && (
          <TextField
            label="Name"
            secondaryLabel="Required"
            description="Fabrics refer to it by this name; it stays."
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
          label="Namespace"
          secondaryLabel="Optional"
          description={
            draft.way === 'kubeconfig'
              ? 'Empty = the one of the chosen context.'
              : 'Of the Hedgehog objects. Empty = default.'
          }
          autoComplete="off"
          value={draft.namespace}
          onChange={namespace => onChange({ namespace })}
          {...fieldProblem(problems.namespace)}
        />
      </div>
      <Checkbox isSelected={draft.lab} onChange={lab => onChange({ lab })}>
        It is a lab: the self-test may change and restore a field on it
      </Checkbox>
    </>
  );
};
