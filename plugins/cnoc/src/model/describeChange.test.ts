import { describeChange, suggestMessage } from './describeChange';

const file = (action: 'add' | 'modify' | 'delete', path: string) => ({
  action,
  path,
});

describe('describeChange', () => {
  it.each([
    [[file('modify', 'a')], 0, '1 file changed'],
    [
      [file('add', 'a'), file('modify', 'b'), file('delete', 'c')],
      0,
      '1 file added, 1 file changed and 1 file removed',
    ],
    [[file('add', 'a')], 9, '10 files would change'],
    [[], 0, 'No file would change'],
  ])('%j and %i more: %s', (files, moreFiles, words) => {
    expect(describeChange({ files, moreFiles })).toBe(words);
  });
});

describe('suggestMessage', () => {
  const draft = (action: string, name: string) => ({
    action,
    kind: 'VPC',
    name,
  });
  it.each([
    [[draft('create', 'a')], 'Add VPC a'],
    [[draft('delete', 'a'), draft('delete', 'b')], 'Remove VPC a and VPC b'],
    [
      ['a', 'b', 'c', 'd'].map(name => draft('update', name)),
      'Change 4 resources',
    ],
    [[draft('create', 'a'), draft('delete', 'b')], 'Change 2 resources'],
    [[], ''],
  ])('%j: %s', (drafts, message) => {
    expect(suggestMessage(drafts)).toBe(message);
  });
});
