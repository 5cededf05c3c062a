/**
 * Groups of nodes that reach each other (Tarjan), without recursion, so that no chain is too long. A group comes after
 * every group that its nodes point to.
 *
 * @param edges for each node the nodes it points to
 */
export function stronglyConnected(
  edges: readonly (readonly number[])[],
): number[][] {
  const found: number[] = new Array(edges.length).fill(-1);
  const low: number[] = new Array(edges.length).fill(0);
  const onStack: boolean[] = new Array(edges.length).fill(false);
  const stack: number[] = [];
  const groups: number[][] = [];
  let counter = 0;

  for (let root = 0; root < edges.length; root += 1) {
    if (found[root] !== -1) continue;
    const work = [{ node: root, next: 0 }];
    while (work.length > 0) {
      const frame = work[work.length - 1];
      const { node } = frame;
      if (frame.next === 0) {
        found[node] = counter;
        low[node] = counter;
        counter += 1;
        stack.push(node);
        onStack[node] = true;
      }
      if (frame.next < edges[node].length) {
        const target = edges[node][frame.next];
        frame.next += 1;
        if (found[target] === -1) work.push({ node: target, next: 0 });
        else if (onStack[target])
          low[node] = Math.min(low[node], found[target]);
        continue;
      }
      work.pop();
      const parent = work[work.length - 1];
      if (parent) low[parent.node] = Math.min(low[parent.node], low[node]);
      if (low[node] === found[node]) groups.push(popGroup(node));
    }
  }
  return groups;

  function popGroup(node: number): number[] {
    const group: number[] = [];
    let member: number;
    do {
      member = stack.pop() as number;
      onStack[member] = false;
      group.push(member);
    } while (member !== node);
    return group;
  }
}
