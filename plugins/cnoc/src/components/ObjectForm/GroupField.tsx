import { useState } from 'react';
import { canExpand, type ObjectFieldTemplateProps } from '@rjsf/utils';
import { Button } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import styles from './ObjectForm.module.css';

/**
 * A group of fields, folded while it holds nothing: many groups of a kind exclude each other.
 *
 * @internal
 */
export const GroupField = (props: ObjectFieldTemplateProps) => {
  const { title, schema, formData, properties, idSchema } = props;
  const depth = idSchema.$id.split('_').length;
  const [open, setOpen] = useState(depth <= 2 || hasValue(formData));
  const fields = (
    <div className={styles.fields}>
      {properties.map(({ name, content, hidden }) => (
        <div key={name} hidden={hidden}>
          {content}
        </div>
      ))}
      {canExpand(schema, props.uiSchema, formData) && (
        <Button
          className={styles.add}
          variant="tertiary"
          size="small"
          iconStart={<RiAddLine />}
          isDisabled={props.disabled || props.readonly}
          onPress={() => props.onAddClick(schema)()}
        >
          {`Add to ${title}`}
        </Button>
      )}
    </div>
  );
  if (depth === 1) return fields;
  return (
    <details
      className={styles.group}
      open={open}
      onToggle={event => setOpen(event.currentTarget.open)}
    >
      <summary className={styles.groupTitle}>
        <code>{title}</code>
        {schema.description && (
          <span className={styles.note}>{schema.description}</span>
        )}
      </summary>
      {open && fields}
    </details>
  );
};

function hasValue(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  return typeof value === 'object' ? Object.values(value).some(hasValue) : true;
}
