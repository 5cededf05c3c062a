import {
  RiAddCircleLine,
  RiDeleteBinLine,
  RiPencilLine,
} from '@remixicon/react';
import type { PlanLine } from '@cnoc/backstage-plugin-cnoc-common';
import styles from './ActionWord.module.css';

const looks = {
  create: { Icon: RiAddCircleLine, word: 'Create' },
  update: { Icon: RiPencilLine, word: 'Update' },
  delete: { Icon: RiDeleteBinLine, word: 'Delete' },
};

/**
 * What a plan's line does, as icon and word.
 *
 * @internal
 */
export const ActionWord = ({ action }: { action: PlanLine['action'] }) => {
  const { Icon, word } = looks[action];
  return (
    <span className={styles.action} data-action={action}>
      <Icon size={16} aria-hidden />
      {word}
    </span>
  );
};
