import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answered } from '../../../__testUtils__/FakeCnocApi';
import { renderPage } from '../../../__testUtils__/renderPage';
import { labSwitches } from '../../../__testUtils__/switches';

describe('Switches tab', () => {
  it('answers first, then counts, then the switches, worst first', async () => {
    renderPage('/fabrics/lab-clos/switches');
    expect(
      await screen.findByText('1 of 3 switches is not well'),
    ).toBeInTheDocument();
    expect(await screen.findByText('1 link is down')).toBeInTheDocument();
    const list = screen.getByRole('list', { name: 'Switches' });
    expect(
      within(list)
        .getAllByRole('link')
        .map(link => link.textContent),
    ).toEqual(['leaf-3', 'leaf-1', 'leaf-2']);
    expect(list).toHaveTextContent('generation 20 of 22');
    expect(list).toHaveTextContent('12 of 13 interfaces up');
    const wrong = screen.getByRole('list', {
      name: 'What is wrong with leaf-3',
    });
    expect(
      within(wrong)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'Waits for a reboot: a new breakout needs it',
      'E1/3 of spine-1--leaf-3 is down',
    ]);
  });

  it('a switch opens to its ports and neighbours, those that are down first', async () => {
    renderPage('/fabrics/lab-clos/switches');
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Ports and neighbours of leaf-3',
      }),
    );
    const ports = await screen.findByRole('list', { name: 'Ports of leaf-3' });
    expect(within(ports).getAllByRole('listitem')[0]).toHaveTextContent(
      /DownE1\/3 spine-1--leaf-3/,
    );
    const neighbours = screen.getByRole('list', {
      name: 'BGP neighbours of leaf-3',
    });
    expect(within(neighbours).getAllByRole('listitem')[0]).toHaveTextContent(
      'idle172.30.128.1 spine-1',
    );
  });

  it('opens the switch that the address names', async () => {
    renderPage('/fabrics/lab-clos/switches?switch=leaf-3');
    expect(
      await screen.findByRole('list', { name: 'Ports of leaf-3' }),
    ).toBeInTheDocument();
  });

  it('links: down first, both ends, what is lost; filtered by state and text', async () => {
    renderPage('/fabrics/lab-clos/switches');
    const list = await screen.findByRole('list', { name: 'Links' });
    const [down] = within(list).getAllByRole('listitem');
    expect(down).toHaveTextContent('spine-1E1/3Down');
    expect(down).toHaveTextContent('leaf-3 has one path less to the spines');
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Filter links' }),
      'server-1',
    );
    expect(await screen.findByText('1 link, down first')).toBeInTheDocument();
    expect(screen.queryByText(/one path less/)).toBeNull();
  });

  it('what cannot be renewed does not look good', async () => {
    renderPage('/fabrics/dc-west/switches', {
      api: {
        listSwitches: async () => ({
          staleSince: '2026-11-21T02:04:00.000Z',
          items: [labSwitches[0]],
        }),
      },
    });
    expect(
      await screen.findByText(/^Nobody knows: what is shown of 1 switch/),
    ).toBeInTheDocument();
    const list = screen.getByRole('list', { name: 'Switches' });
    expect(
      within(list).getByText('Ready').closest('[data-tone]'),
    ).toHaveAttribute('data-tone', 'unknown');
  });

  it('says what would be here, and what failed', async () => {
    renderPage('/fabrics/lab-mesh/switches', {
      api: {
        listSwitches: async () => ({ items: [] }),
        listLinks: async () => {
          throw answered(503);
        },
      },
    });
    expect(await screen.findByText('No switches known')).toBeInTheDocument();
    expect(
      await screen.findByText('The links could not be loaded'),
    ).toBeInTheDocument();
  });
});
