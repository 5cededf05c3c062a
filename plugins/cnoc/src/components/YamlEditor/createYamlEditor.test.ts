import { createYamlEditor } from './createYamlEditor';

function open(text: string) {
  const parent = document.createElement('div');
  document.body.append(parent);
  const onChange = jest.fn();
  const editor = createYamlEditor({
    parent,
    label: 'YAML of VPC vpc-1',
    text,
    onChange,
  });
  return { parent, editor, onChange };
}

describe('createYamlEditor', () => {
  it('is named and editable, and marks the line that is wrong', () => {
    const { parent, editor } = open('kind: VPC\nspec: {}\n');
    const content = parent.querySelector('.cm-content')!;
    expect(content).toHaveAttribute('aria-label', 'YAML of VPC vpc-1');
    expect(content).toHaveAttribute('contenteditable', 'true');
    editor.setDiagnostics([
      { rule: 'r', severity: 'critical', message: 'No name', line: 2 },
    ]);
    expect(parent.querySelector('.cm-lintRange-error')).toHaveTextContent(
      'spec: {}',
    );
    editor.destroy();
  });

  it('takes text from outside without telling it back', () => {
    const { parent, editor, onChange } = open('a: 1\n');
    editor.setText('a: 2\nb: 3\n');
    expect(parent.querySelector('.cm-content')).toHaveTextContent('a: 2b: 3');
    expect(onChange).not.toHaveBeenCalled();
    editor.destroy();
  });

  it('bears a mark beyond its last line', () => {
    const { editor, parent } = open('a: 1');
    editor.setDiagnostics([
      { rule: 'r', severity: 'info', message: 'Far away', line: 99 },
    ]);
    editor.goToLine(50);
    expect(parent.querySelector('.cm-lintRange-info')).not.toBeNull();
    editor.destroy();
  });
});
