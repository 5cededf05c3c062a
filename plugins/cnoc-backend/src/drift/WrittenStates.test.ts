import { WrittenStates, type CountedVerdict } from './WrittenStates';

const verdict: CountedVerdict = {
  kind: 'VPC',
  name: 'a',
  state: 'drifted',
  severity: 'info',
  reason: 'It differs',
  rule: 'drift.drifted',
  lag: false,
  file: 'vpc.yaml',
  line: 3,
  commit: 'abc',
  inGit: true,
  inCluster: true,
  facts: [],
  dependsOn: [],
  findings: 1,
};

const other: Omit<CountedVerdict, 'kind' | 'name' | 'commit'> = {
  state: 'orphaned',
  severity: 'critical',
  reason: 'Another',
  rule: 'another',
  lag: true,
  file: 'other.yaml',
  line: 4,
  inGit: false,
  inCluster: false,
  facts: [{ label: 'VLANs', value: '1001' }],
  dependsOn: [{ kind: 'Switch', name: 'leaf' }],
  findings: 2,
};

function written(): WrittenStates {
  const states = WrittenStates.of([]);
  const { changed } = states.compare([verdict]);
  states.keep(
    changed.map(({ hash }) => ({
      kind: 'VPC',
      name: 'a',
      hash,
      state: 'drifted',
      since: null,
      lag_since: null,
      verdict,
    })),
    [],
  );
  return states;
}

describe('WrittenStates', () => {
  it.each(Object.entries(other))('sees another %s', (field, value) => {
    const now = { ...verdict, [field]: value };
    expect(written().compare([now]).changed).toHaveLength(1);
  });

  it('sees no change in another commit, or in equal lists', () => {
    const now = { ...verdict, commit: 'def', facts: [], dependsOn: [] };
    expect(written().compare([now])).toEqual({ changed: [], gone: [] });
  });

  it('sees what is gone', () => {
    expect(written().compare([]).gone).toMatchObject([{ name: 'a' }]);
  });
});
