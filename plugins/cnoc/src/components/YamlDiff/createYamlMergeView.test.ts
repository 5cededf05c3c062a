import { createYamlMergeView } from './createYamlMergeView';

function show(options: { unified: boolean }) {
  const parent = document.createElement('div');
  document.body.append(parent);
  const view = createYamlMergeView({
    parent,
    desired: 'spec:\n  vlan: 1001\n',
    live: 'spec:\n  vlan: 1099\n',
    collapse: false,
    titles: { desired: 'Git', live: 'Cluster' },
    ...options,
  });
  return { parent, view };
}

describe('createYamlMergeView', () => {
  it('shows git and cluster side by side, named, reachable and read-only', () => {
    const { parent, view } = show({ unified: false });
    const editors = [...parent.querySelectorAll('.cm-content')];
    expect(editors.map(e => e.getAttribute('aria-label'))).toEqual([
      'YAML: Git',
      'YAML: Cluster',
    ]);
    expect(editors[0]).toHaveTextContent('vlan: 1001');
    expect(editors[1]).toHaveTextContent('vlan: 1099');
    for (const editor of editors) {
      expect(editor).toHaveAttribute('contenteditable', 'false');
      expect(editor).toHaveAttribute('tabindex', '0');
    }
    view.destroy();
    expect(parent.querySelector('.cm-content')).toBeNull();
  });

  it('says before each line that differs that it does, for those who do not see the colour', () => {
    const { parent, view } = show({ unified: false });
    const lines = [...parent.querySelectorAll('.cm-line')].map(line =>
      line.textContent?.trim(),
    );
    expect(lines.filter(line => line?.startsWith('differs: '))).toEqual([
      'differs:   vlan: 1001',
      'differs:   vlan: 1099',
    ]);
    expect(lines).toContain('spec:');
    view.destroy();
  });

  it('shows one document with the differences inside on a narrow screen', () => {
    const { parent, view } = show({ unified: true });
    expect(parent.querySelectorAll('.cm-content')).toHaveLength(1);
    expect(parent).toHaveTextContent('vlan: 1001');
    expect(parent).toHaveTextContent('vlan: 1099');
    view.destroy();
  });
});
