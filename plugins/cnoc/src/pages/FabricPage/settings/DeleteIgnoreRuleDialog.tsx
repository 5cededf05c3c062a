import { useApi } from '@backstage/frontend-plugin-api';
import type { IgnoreRule } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../../api/cnocApiRef';
import { ConfirmDialog } from '../../../components/ConfirmDialog/ConfirmDialog';
import { Name } from '../../../components/Name/Name';
import { statusOf } from '../../../errors/describeError';
import { useAction } from '../../../hooks/useAction';
import { plural } from '../../../text/plural';

/**
 * Deletes an ignore rule, after saying what shows again.
 *
 * @internal
 */
export const DeleteIgnoreRuleDialog = (props: {
  fabric: string;
  rule: IgnoreRule;
  onDeleted: () => void;
  onClose: () => void;
}) => {
  const { fabric, rule } = props;
  const api = useApi(cnocApiRef);
  const remove = useAction(async () => {
    try {
      await api.deleteIgnoreRule(fabric, rule.id);
    } catch (error) {
      // Somebody else was faster: it is gone, which is what was wanted.
      if (statusOf(error) !== 404) throw error;
    }
    return true;
  });
  return (
    <ConfirmDialog
      title="Delete the ignore rule?"
      confirm="Delete the rule"
      destructive
      busy={remove.pending}
      failure={{ title: 'It was not deleted', error: remove.error }}
      onClose={props.onClose}
      onConfirm={async () => {
        if (await remove.run()) props.onDeleted();
      }}
    >
      <p>
        <Name mono>{rule.path}</Name> is compared again.{' '}
        {rule.hides === 0
          ? 'It hides nothing now.'
          : `${plural(
              rule.hides,
              'difference that it hides shows',
              'differences that it hides show',
            )} again, as findings.`}
      </p>
    </ConfirmDialog>
  );
};
