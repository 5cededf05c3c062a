import { Button } from '@backstage/ui';
import { RiDeleteBinLine } from '@remixicon/react';
import type { IgnoreRule } from '@cnoc/backstage-plugin-cnoc-common';
import { ActorName } from '../../../components/ActorName/ActorName';
import { Name } from '../../../components/Name/Name';
import { TimeAgo } from '../../../components/TimeAgo/TimeAgo';
import { plural } from '../../../text/plural';
import styles from './IgnoreRules.module.css';

/**
 * One rule: the field and whose, how much it hides, why, by whom and until when.
 *
 * @internal
 */
export const IgnoreRuleRow = (props: {
  rule: IgnoreRule;
  deletable: boolean;
  onDelete: () => void;
}) => {
  const { rule } = props;
  return (
    <div className={styles.rule}>
      <div className={styles.text}>
        <span>
          <strong>
            <Name mono>{rule.path}</Name>
          </strong>
          {' of '}
          {rule.name ? (
            <>
              {rule.kind} <Name>{rule.name}</Name>
            </>
          ) : (
            `every ${rule.kind ?? 'kind'}`
          )}
          {rule.manager && (
            <>
              {', held by '}
              <Name>{rule.manager}</Name>
            </>
          )}
        </span>
        <span>
          <Name>{rule.reason}</Name>
        </span>
        <span className={styles.note}>
          by <ActorName actor={rule.createdBy} />,{' '}
          <TimeAgo at={rule.createdAt} />
          {rule.until && (
            <>
              , until <TimeAgo at={rule.until} clock />
            </>
          )}
        </span>
      </div>
      <strong className={styles.hides}>
        {rule.hides === 0
          ? 'hides nothing now'
          : `hides ${plural(rule.hides, 'difference')}`}
      </strong>
      {props.deletable && (
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiDeleteBinLine aria-hidden />}
          aria-label={`Delete the rule for ${rule.path}`}
          onPress={props.onDelete}
        >
          Delete
        </Button>
      )}
    </div>
  );
};
