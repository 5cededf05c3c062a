import type { Reference } from '@cnoc/backstage-plugin-cnoc-common';
import { layoutReferences } from './layoutReferences';
import styles from './ReferenceGraph.module.css';

/**
 * A small picture of what a resource refers to and what refers to it. The lists beside it tell the same in words and lead
 * on, so this is one image to assistive technology.
 *
 * @internal
 */
export const ReferenceGraph = (props: {
  kind: string;
  name: string;
  incoming: readonly Reference[];
  outgoing: readonly Reference[];
}) => {
  const { width, height, nodes, edges } = layoutReferences(props);
  return (
    <svg
      className={styles.graph}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${props.incoming.length} resources refer to ${props.kind} ${props.name}, which refers to ${props.outgoing.length}`}
    >
      {edges.map(edge => (
        <path key={edge.key} className={styles.edge} d={edge.path} />
      ))}
      {nodes.map(node => (
        <g key={node.key} transform={`translate(${node.x} ${node.y})`}>
          <rect
            className={styles.node}
            data-role={node.role}
            width={node.width}
            height={node.height}
            rx="6"
          />
          <text className={styles.kind} x="10" y="16">
            {node.kind}
          </text>
          <text className={styles.name} x="10" y="31">
            {node.name}
          </text>
        </g>
      ))}
    </svg>
  );
};
