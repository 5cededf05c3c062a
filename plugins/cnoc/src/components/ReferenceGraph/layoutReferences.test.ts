import { layoutReferences } from './layoutReferences';

const reference = (n: number, known = true) => ({
  kind: 'VPCAttachment',
  name: `vpc-1--server-${n}`,
  path: 'spec.subnet',
  known,
});
const names = (incoming: ReturnType<typeof reference>[]) =>
  layoutReferences({
    kind: 'VPC',
    name: 'vpc-1',
    incoming,
    outgoing: [],
  }).nodes.map(n => n.name);

describe('layoutReferences', () => {
  it('draws a resource without references alone', () => {
    const { nodes, edges } = layoutReferences({
      kind: 'VPC',
      name: 'vpc-1',
      incoming: [],
      outgoing: [],
    });
    expect(nodes).toHaveLength(1);
    expect(edges).toHaveLength(0);
  });

  it('counts what does not fit', () => {
    const many = Array.from({ length: 40 }, (_, n) => reference(n));
    const drawn = names(many);
    expect(drawn).toHaveLength(7);
    expect(drawn).toContain('35 more');
  });

  it('draws a resource once, however many fields refer to it', () => {
    expect(
      names([reference(1), { ...reference(1), path: 'spec.other' }]),
    ).toEqual(['vpc-1--server-1', 'vpc-1']);
  });
});
