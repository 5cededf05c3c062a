import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answered } from '../../__testUtils__/FakeCnocApi';
import { labMesh } from '../../__testUtils__/fabrics';
import { renderPage } from '../../__testUtils__/renderPage';

describe('Fabrics page', () => {
  it('shows totals, and the fabrics that need a person first', async () => {
    renderPage('/');
    const list = await screen.findByRole('list', { name: 'Fabrics' });
    expect(
      within(list)
        .getAllByRole('link', { name: /^(lab-|dc-)/ })
        .map(link => link.textContent),
    ).toEqual(['lab-clos', 'dc-west', 'lab-mesh']);
    expect(
      screen.getByText('Critical findings').parentElement,
    ).toHaveTextContent('2');
    expect(within(list).getAllByText('Connected')).toHaveLength(2);
    expect(within(list).getByText('Disconnected')).toBeInTheDocument();
  });

  it('marks the facts of a cluster that does not answer as stale', async () => {
    renderPage('/?text=dc-west');
    await screen.findByRole('link', { name: 'dc-west' });
    expect(screen.getAllByText(/stale since/)).toHaveLength(2);
    expect(screen.getByText('1 of 3 fabrics, by need')).toBeInTheDocument();
  });

  it('filters by the text in the address; / focuses the filter', async () => {
    renderPage('/');
    await screen.findByRole('link', { name: 'lab-clos' });
    await userEvent.keyboard('/mesh');
    expect(screen.getByRole('searchbox')).toHaveValue('mesh');
    expect(screen.queryByRole('link', { name: 'lab-clos' })).toBeNull();
    expect(screen.getByRole('link', { name: 'lab-mesh' })).toBeInTheDocument();
  });

  it('says what would be here when there is no fabric', async () => {
    renderPage('/', { api: { listFabrics: async () => ({ items: [] }) } });
    expect(await screen.findByText('No fabrics yet')).toBeInTheDocument();
  });

  it('shows the shape of what comes while it loads', () => {
    renderPage('/', { api: { listFabrics: () => new Promise(() => {}) } });
    expect(
      screen.getByRole('status', { name: 'Loading fabrics' }),
    ).toBeInTheDocument();
  });

  it('loads again when the engine signals a change, and shows the new state', async () => {
    let fabrics = [labMesh];
    const { signals } = renderPage('/', {
      api: { listFabrics: async () => ({ items: fabrics }) },
    });
    await screen.findByText('In sync');
    fabrics = [
      {
        ...labMesh,
        status: {
          ...labMesh.status,
          drift: {
            state: 'drifted',
            findings: { critical: 1, warning: 0, info: 0 },
          },
        },
      },
    ];
    signals.changed('lab-mesh');
    expect(await screen.findByText('Drifted')).toBeInTheDocument();
  });

  it('U5: offline after a first answer keeps what is known, marked as stale', async () => {
    let fail = false;
    const { signals } = renderPage('/', {
      api: {
        listFabrics: async () => {
          if (fail) throw new TypeError('Failed to fetch');
          return { items: [labMesh] };
        },
      },
    });
    await screen.findByRole('link', { name: 'lab-mesh' });
    fail = true;
    signals.changed('lab-mesh');
    expect(await screen.findByText(/Stale since/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'lab-mesh' })).toBeInTheDocument();
  });

  it('U5: losing the right to read leaves nothing on the screen', async () => {
    let fail = false;
    const { signals } = renderPage('/', {
      api: {
        listFabrics: async () => {
          if (fail) throw answered(403, 'Not allowed');
          return { items: [labMesh] };
        },
      },
    });
    await screen.findByRole('link', { name: 'lab-mesh' });
    fail = true;
    signals.changed('lab-mesh');
    expect(await screen.findByText('Not allowed')).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.queryByRole('link', { name: 'lab-mesh' })).toBeNull(),
    );
  });

  it.each([
    ['401', answered(401), 'Your session has ended.'],
    ['403', answered(403, 'Only the network team'), 'Only the network team'],
    ['404', answered(404), 'It does not exist, or you may not see it.'],
    ['429', answered(429), 'The server asks for fewer requests at the moment.'],
    [
      '500',
      answered(500, 'stack at db.ts'),
      'The server failed to answer (500).',
    ],
    [
      'timeout',
      Object.assign(new Error(), { name: 'TimeoutError' }),
      'The server did not answer in time.',
    ],
    [
      'offline',
      new TypeError('Failed to fetch'),
      'The portal cannot be reached from this browser.',
    ],
  ])('U5: %s has its own words, and Retry works', async (_, error, words) => {
    let fail = true;
    renderPage('/', {
      api: {
        listFabrics: async () => {
          if (fail) throw error;
          return { items: [labMesh] };
        },
      },
    });
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(screen.queryByText(/stack at/)).toBeNull();
    fail = false;
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(
      await screen.findByRole('link', { name: 'lab-mesh' }),
    ).toBeInTheDocument();
  });
});
