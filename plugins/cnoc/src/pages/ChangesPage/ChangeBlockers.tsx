import { RiForbidLine } from '@remixicon/react';
import type { ChangePreview } from '@cnoc/backstage-plugin-cnoc-common';
import { DiagnosticList } from '../../components/DiagnosticList/DiagnosticList';
import { plural } from '../../text/plural';
import styles from './ChangesPage.module.css';

/**
 * Why the drafts cannot be committed; nothing when they can.
 *
 * @internal
 */
export const ChangeBlockers = ({ preview }: { preview: ChangePreview }) => {
  const { blockers } = preview;
  if (blockers.length === 0) return null;
  return (
    <div className={styles.blockers} role="alert">
      <strong className={styles.blockersTitle}>
        <RiForbidLine size={18} aria-hidden />
        {`${plural(blockers.length, 'blocker')}: this cannot be committed`}
      </strong>
      <DiagnosticList label="Blockers" diagnostics={blockers} />
    </div>
  );
};
