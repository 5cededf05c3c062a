import { useEffect, useRef } from 'react';
import { createYamlMergeView } from './createYamlMergeView';
import styles from './YamlDiff.module.css';

type Props = {
  desired: string;
  live: string;
  collapse: boolean;
  unified: boolean;
  titles: { desired: string; live: string };
};

/**
 * Holds the editors; a module of its own so that they are loaded only where YAML is shown.
 *
 * @internal
 */
export const YamlMergeView = (props: Props) => {
  const { desired, live, collapse, unified } = props;
  const { desired: a, live: b } = props.titles;
  const parent = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!parent.current) return undefined;
    const view = createYamlMergeView({
      parent: parent.current,
      desired,
      live,
      collapse,
      unified,
      titles: { desired: a, live: b },
    });
    return () => view.destroy();
  }, [desired, live, collapse, unified, a, b]);
  return <div ref={parent} className={styles.editors} />;
};
