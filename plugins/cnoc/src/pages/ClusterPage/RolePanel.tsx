import { Button, VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { Panel } from '../../components/Panel/Panel';
import { useCopy } from '../../hooks/useCopy';
import styles from './ClusterPage.module.css';

/**
 * The least rights that CNOC needs, as YAML to apply.
 *
 * @internal
 */
export const RolePanel = ({ yaml }: { yaml: string }) => {
  const { shown, said, copy } = useCopy<HTMLPreElement>(yaml);
  return (
    <Panel
      title="The rights that CNOC needs"
      actions={
        <Button
          variant="secondary"
          size="small"
          aria-label="Copy the YAML of the rights"
          iconStart={said === 'Copied' ? <RiCheckLine /> : <RiFileCopyLine />}
          onPress={copy}
        >
          {said ?? 'Copy'}
        </Button>
      }
    >
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {/* So that the keyboard can scroll it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre ref={shown} className={styles.yaml} tabIndex={0}>
        {yaml}
      </pre>
    </Panel>
  );
};
