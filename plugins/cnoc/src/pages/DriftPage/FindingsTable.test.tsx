// First, so that lists are tables.
import '../../__testUtils__/wideScreen';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../__testUtils__/renderPage';

const names = async () =>
  within(await screen.findByRole('grid'))
    .getAllByRole('rowheader')
    .map(cell => within(cell).getByRole('link').textContent);

describe('Findings on a wide screen', () => {
  it('stand in a table, worst first', async () => {
    renderPage('/drift');
    expect((await names()).slice(0, 2)).toEqual(['vpc-1', 'spine-1--leaf-1']);
    expect(screen.getByText('7 findings, worst first')).toBeInTheDocument();
  });

  it('sort by a column, and the other way at the second press', async () => {
    renderPage('/drift');
    await names();
    const header = screen.getByRole('columnheader', { name: 'Since' });
    await userEvent.click(header);
    expect((await names())[0]).toBe('vpc-west');
    expect(header).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.click(header);
    expect((await names()).at(-1)).toBe('vpc-west');
    expect(screen.getByText('7 findings, sorted')).toBeInTheDocument();
  });

  it('shows decisions where other statuses are asked for', async () => {
    renderPage('/drift?status=suppressed');
    expect(await names()).toEqual(['vpc-5']);
    expect(screen.getByRole('grid')).toHaveTextContent(
      /Suppressed by ada.*Waits for the new hall/,
    );
  });
});
