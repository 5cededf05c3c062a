import { ADDITIONAL_PROPERTY_FLAG, type FieldTemplateProps } from '@rjsf/utils';
import { ButtonIcon, TextField } from '@backstage/ui';
import { RiDeleteBinLine } from '@remixicon/react';
import styles from './ObjectForm.module.css';

/**
 * One field. Under a key that people choose, the key stands before it, with a way to remove both.
 *
 * @internal
 */
export const FieldFrame = (props: FieldTemplateProps) => {
  const { schema, label, children, hidden } = props;
  if (hidden) return <div hidden>{children}</div>;
  if (!(ADDITIONAL_PROPERTY_FLAG in schema)) return children;
  return (
    <div className={styles.keyed}>
      <TextField
        key={label}
        label="Key"
        size="small"
        defaultValue={label}
        isDisabled={props.disabled || props.readonly}
        onBlur={event => {
          const { value } = event.target as HTMLInputElement;
          if (value !== '' && value !== label) props.onKeyChange(value)();
        }}
      />
      <div className={styles.keyedValue}>{children}</div>
      <ButtonIcon
        variant="tertiary"
        size="small"
        aria-label={`Remove ${label}`}
        icon={<RiDeleteBinLine />}
        isDisabled={props.disabled || props.readonly}
        onPress={() => props.onDropPropertyClick(label)()}
      />
    </div>
  );
};
