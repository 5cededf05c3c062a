// First, so that lists are tables.
import '../../__testUtils__/wideScreen';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../__testUtils__/renderPage';

const rows = async () => {
  const table = await screen.findByRole('grid');
  return within(table)
    .getAllByRole('rowheader')
    .map(cell => within(cell).getByRole('link').textContent);
};

describe('Repositories on a wide screen', () => {
  it('stand in a table, by need', async () => {
    renderPage('/repositories');
    expect(await rows()).toEqual(['west', 'spare', 'lab']);
  });

  it('sort by a column, and the other way at the second press', async () => {
    renderPage('/repositories');
    await rows();
    const header = screen.getByRole('columnheader', { name: 'Repository' });
    await userEvent.click(header);
    expect(await rows()).toEqual(['lab', 'spare', 'west']);
    expect(header).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.click(header);
    expect(await rows()).toEqual(['west', 'spare', 'lab']);
  });

  it('keep the order of the address', async () => {
    renderPage('/repositories?sort=-fabrics');
    expect(await rows()).toEqual(['lab', 'west', 'spare']);
  });
});
