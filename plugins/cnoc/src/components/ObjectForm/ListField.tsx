import type { ArrayFieldTemplateProps } from '@rjsf/utils';
import { Button, ButtonIcon } from '@backstage/ui';
import {
  RiAddLine,
  RiArrowDownLine,
  RiArrowUpLine,
  RiDeleteBinLine,
} from '@remixicon/react';
import styles from './ObjectForm.module.css';

/** @internal */
export const ListField = (props: ArrayFieldTemplateProps) => {
  const { title, items, schema } = props;
  const locked = props.disabled || props.readonly;
  return (
    <fieldset className={styles.list}>
      <legend className={styles.legend}>
        <code>{title}</code>
        {schema.description && (
          <span className={styles.note}>{schema.description}</span>
        )}
      </legend>
      {props.rawErrors?.map(message => (
        <span key={message} className={styles.error} role="alert">
          {message}
        </span>
      ))}
      {items.map(item => (
        <div key={item.key} className={styles.item}>
          <div className={styles.itemValue}>{item.children}</div>
          <span className={styles.itemActions}>
            {item.hasMoveUp && (
              <ButtonIcon
                variant="tertiary"
                size="small"
                aria-label={`Move entry ${item.index + 1} of ${title} up`}
                icon={<RiArrowUpLine />}
                isDisabled={locked}
                onPress={() =>
                  item.onReorderClick(item.index, item.index - 1)()
                }
              />
            )}
            {item.hasMoveDown && (
              <ButtonIcon
                variant="tertiary"
                size="small"
                aria-label={`Move entry ${item.index + 1} of ${title} down`}
                icon={<RiArrowDownLine />}
                isDisabled={locked}
                onPress={() =>
                  item.onReorderClick(item.index, item.index + 1)()
                }
              />
            )}
            <ButtonIcon
              variant="tertiary"
              size="small"
              aria-label={`Remove entry ${item.index + 1} of ${title}`}
              icon={<RiDeleteBinLine />}
              isDisabled={locked || !item.hasRemove}
              onPress={() => item.onDropIndexClick(item.index)()}
            />
          </span>
        </div>
      ))}
      {props.canAdd && (
        <Button
          variant="tertiary"
          size="small"
          iconStart={<RiAddLine />}
          isDisabled={locked}
          onPress={() => props.onAddClick()}
        >
          {`Add to ${title}`}
        </Button>
      )}
    </fieldset>
  );
};
