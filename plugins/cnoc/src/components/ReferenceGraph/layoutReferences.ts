import type { Reference } from '@cnoc/backstage-plugin-cnoc-common';

/** Most nodes of one side; the rest becomes one node that counts them. */
const MAX_NODES = 6;
const NODE = { width: 190, height: 40 };
const GAP = { x: 70, y: 12 };
const NAME_LENGTH = 24;

/** @internal */
export type GraphNode = {
  key: string;
  role: 'self' | 'known' | 'missing' | 'rest';
  kind: string;
  name: string;
  x: number;
  y: number;
  width: number;
  height: number;
};

const shorten = (name: string) =>
  name.length > NAME_LENGTH ? `${name.slice(0, NAME_LENGTH - 1)}…` : name;

function nodesOf(
  side: 'in' | 'out',
  references: readonly Reference[],
): Pick<GraphNode, 'key' | 'role' | 'kind' | 'name'>[] {
  const unique = [
    ...new Map(references.map(r => [`${r.kind}/${r.name}`, r])).values(),
  ];
  const shown =
    unique.length > MAX_NODES ? unique.slice(0, MAX_NODES - 1) : unique;
  const nodes = shown.map(r => ({
    key: `${side}/${r.kind}/${r.name}`,
    role: r.known ? ('known' as const) : ('missing' as const),
    kind: r.known ? r.kind : `${r.kind} (missing)`,
    name: shorten(r.name),
  }));
  const rest = unique.length - shown.length;
  return rest === 0
    ? nodes
    : [
        ...nodes,
        {
          key: `${side}/rest`,
          role: 'rest',
          kind: 'and',
          name: `${rest} more`,
        },
      ];
}

/**
 * Where each node and edge stands: what refers to it at the left, itself in the middle, what it refers to at the right.
 * The same input gives the same picture.
 *
 * @internal
 */
export function layoutReferences(input: {
  kind: string;
  name: string;
  incoming: readonly Reference[];
  outgoing: readonly Reference[];
}): {
  width: number;
  height: number;
  nodes: GraphNode[];
  edges: { key: string; path: string }[];
} {
  const left = nodesOf('in', input.incoming);
  const right = nodesOf('out', input.outgoing);
  const rows = Math.max(left.length, right.length, 1);
  const height = rows * NODE.height + (rows - 1) * GAP.y;
  const column = (index: number) => index * (NODE.width + GAP.x);
  const place = (nodes: typeof left, x: number): GraphNode[] => {
    const used = nodes.length * NODE.height + (nodes.length - 1) * GAP.y;
    const top = (height - used) / 2;
    return nodes.map((node, row) => ({
      ...node,
      ...NODE,
      x,
      y: top + row * (NODE.height + GAP.y),
    }));
  };
  const [self] = place(
    [
      {
        key: 'self',
        role: 'self',
        kind: input.kind,
        name: shorten(input.name),
      },
    ],
    column(1),
  );
  const incoming = place(left, column(0));
  const outgoing = place(right, column(2));
  const connect = (from: GraphNode, to: GraphNode) => {
    const [x1, y1] = [from.x + from.width, from.y + from.height / 2];
    const [x2, y2] = [to.x, to.y + to.height / 2];
    const middle = (x1 + x2) / 2;
    return {
      key: `${from.key}>${to.key}`,
      path: `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}m-6 -4l6 4l-6 4`,
    };
  };
  return {
    width: column(2) + NODE.width,
    height,
    nodes: [...incoming, self, ...outgoing],
    edges: [
      ...incoming.map(node => connect(node, self)),
      ...outgoing.map(node => connect(self, node)),
    ],
  };
}
