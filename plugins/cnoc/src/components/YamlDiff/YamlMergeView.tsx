import { useEffect, useRef } from 'react';
import { createYamlMergeView } from './createYamlMergeView';
import styles from './YamlDiff.module.css';

type Props = {
  desired: string;
  live: string;
  collapse: boolean;
  unified: boolean;
};

/**
 * Holds the editors; a module of its own so that they are loaded only where YAML is shown.
 *
 * @internal
 */
export const YamlMergeView = ({ desired, live, collapse, unified }: Props) => {
  const parent = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!parent.current) return undefined;
    const view = createYamlMergeView({
      parent: parent.current,
      desired,
      live,
      collapse,
      unified,
    });
    return () => view.destroy();
  }, [desired, live, collapse, unified]);
  return <div ref={parent} className={styles.editors} />;
};
