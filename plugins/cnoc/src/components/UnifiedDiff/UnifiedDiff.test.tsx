import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { UnifiedDiff } from './UnifiedDiff';

describe('UnifiedDiff', () => {
  it('shows the lines of the hunks and not the head', () => {
    render(
      <UnifiedDiff
        label="Changes of a.yaml"
        diff={
          '--- a.yaml\n+++ a.yaml\n@@ -1,2 +1,2 @@\n spec:\n-  vlan: 1\n+  vlan: 2\n'
        }
      />,
    );
    const diff = screen.getByLabelText('Changes of a.yaml');
    expect([...diff.children].map(line => line.textContent)).toEqual([
      '@@ -1,2 +1,2 @@',
      ' spec:',
      '-  vlan: 1',
      '+  vlan: 2',
    ]);
  });

  it('draws a long one a part at a time', async () => {
    const diff = Array.from({ length: 700 }, (_, n) => `+line ${n}`).join('\n');
    render(<UnifiedDiff label="Changes" diff={diff} />);
    expect(screen.getByLabelText('Changes').children).toHaveLength(500);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show more of 700 lines' }),
    );
    expect(screen.getByLabelText('Changes').children).toHaveLength(700);
  });
});
