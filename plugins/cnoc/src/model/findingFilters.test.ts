import { readFindingFilters } from './findingFilters';

const read = (text: string) => {
  const { query, filtered } = readFindingFilters(new URLSearchParams(text));
  return { query: JSON.parse(JSON.stringify(query)), filtered };
};

describe('readFindingFilters', () => {
  it('asks for the open ones when the address says nothing', () => {
    expect(read('')).toEqual({ query: { status: 'open' }, filtered: false });
  });

  it('reads every filter', () => {
    expect(
      read(
        'severity=critical&fabric=lab&environment=prod&owner=group:default/net&type=lag&kind=VPC&status=suppressed&text=vpc&olderThan=day',
      ),
    ).toEqual({
      query: {
        severity: 'critical',
        fabric: 'lab',
        environment: 'prod',
        owner: 'group:default/net',
        type: 'lag',
        kind: 'VPC',
        status: 'suppressed',
        text: 'vpc',
        olderThan: 86_400,
      },
      filtered: true,
    });
  });

  it('asks for every status on demand', () => {
    expect(read('status=any')).toEqual({ query: {}, filtered: true });
  });

  it.each([
    'severity=awful',
    'type=x',
    'olderThan=-5',
    'olderThan=toString',
    'status=gone',
    'text=%20',
  ])('passes over %s', text =>
    expect(read(text)).toEqual({ query: { status: 'open' }, filtered: false }),
  );

  it('cuts what the engine would refuse', () => {
    expect(read(`text=${'x'.repeat(999)}`).query.text).toHaveLength(253);
  });
});
