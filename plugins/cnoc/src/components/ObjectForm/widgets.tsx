import type { BaseInputTemplateProps, WidgetProps } from '@rjsf/utils';
import { Select, Switch, TextField } from '@backstage/ui';
import styles from './ObjectForm.module.css';

const NONE = '';

const Errors = (props: { messages?: string[] }) => (
  <>
    {props.messages?.map(message => (
      <span key={message} className={styles.error} role="alert">
        {message}
      </span>
    ))}
  </>
);

/** @internal */
export const TextInput = (props: BaseInputTemplateProps) => {
  const { id, label, schema, value, rawErrors } = props;
  const numeric = schema.type === 'integer' || schema.type === 'number';
  return (
    <div className={styles.field}>
      <TextField
        id={id}
        label={label}
        description={schema.description}
        size="small"
        inputMode={numeric ? 'numeric' : undefined}
        value={value === undefined || value === null ? '' : String(value)}
        isRequired={props.required}
        isInvalid={(rawErrors?.length ?? 0) > 0}
        isDisabled={props.disabled || props.readonly}
        onChange={typed => props.onChange(typed === '' ? undefined : typed)}
      />
      <Errors messages={rawErrors} />
    </div>
  );
};

/** @internal */
export const ChoiceInput = (props: WidgetProps) => {
  const { label, schema, value, options, rawErrors } = props;
  return (
    <div className={styles.field}>
      <Select
        label={label}
        description={schema.description}
        size="small"
        value={value ?? NONE}
        isDisabled={props.disabled || props.readonly}
        onChange={chosen =>
          props.onChange(chosen === NONE ? undefined : chosen)
        }
        options={[
          { value: NONE, label: 'Default' },
          ...(options.enumOptions ?? [])
            .filter(option => option.value !== NONE)
            .map(option => ({
              value: String(option.value),
              label: option.label,
            })),
        ]}
      />
      <Errors messages={rawErrors} />
    </div>
  );
};

/** @internal */
export const FlagInput = (props: WidgetProps) => (
  <div className={styles.field}>
    <Switch
      label={props.label}
      isSelected={Boolean(props.value)}
      isDisabled={props.disabled || props.readonly}
      onChange={on => props.onChange(on)}
    />
    {props.schema.description && (
      <span className={styles.note}>{props.schema.description}</span>
    )}
    <Errors messages={props.rawErrors} />
  </div>
);
