import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { GuardedButton } from './GuardedButton';

describe('GuardedButton', () => {
  it('says why it cannot be pressed', () => {
    render(
      <GuardedButton allowed={false} whyNot="Ask the owner">
        Go
      </GuardedButton>,
    );
    const button = screen.getByRole('button', { name: 'Go' });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription('Ask the owner');
  });

  it('ignores presses while it is busy', async () => {
    const onPress = jest.fn();
    const { rerender } = render(
      <GuardedButton busy onPress={onPress}>
        Go
      </GuardedButton>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Go' }));
    expect(onPress).not.toHaveBeenCalled();
    rerender(<GuardedButton onPress={onPress}>Go</GuardedButton>);
    await userEvent.click(screen.getByRole('button', { name: 'Go' }));
    expect(onPress).toHaveBeenCalledTimes(1);
  });
});
