import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FindingTotals } from '@cnoc/backstage-plugin-cnoc-common';
import { answered } from '../../__testUtils__/FakeCnocApi';
import { fabricFindings, findingTotals } from '../../__testUtils__/findings';
import { renderPage } from '../../__testUtils__/renderPage';
import { saveFile } from '../../text/saveFile';

jest.mock('../../text/saveFile', () => ({ saveFile: jest.fn() }));

const nothing: FindingTotals = {
  bySeverity: { critical: 0, warning: 0, info: 0 },
  byStatus: { open: 0, acknowledged: 0, suppressed: 0 },
  byAge: [],
  byFabric: [],
};
const noFindings = {
  listAllFindings: async () => ({ items: [], totalItems: 0 }),
  getFindingTotals: async () => nothing,
};
const manyFindings = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    ...fabricFindings[0],
    id: `id-${n}`,
    name: `vpc-${String(n).padStart(5, '0')}`,
  }));
const paged =
  (all: typeof fabricFindings) =>
  async (query: { limit?: number; cursor?: string } = {}) => {
    const from = Number(query.cursor ?? 0);
    const to = Math.min(from + (query.limit ?? 50), all.length);
    return {
      items: all.slice(from, to),
      totalItems: all.length,
      nextCursor: to < all.length ? String(to) : undefined,
    };
  };

describe('Drift page', () => {
  beforeEach(() => jest.mocked(saveFile).mockReset());

  it('is one of the plugin’s lists', async () => {
    renderPage('/');
    expect(await screen.findByRole('link', { name: 'Drift' })).toHaveAttribute(
      'href',
      '/cnoc/drift',
    );
  });

  it('answers first how much differs, how bad, since when and where', async () => {
    renderPage('/drift');
    const totals = await screen.findByText('Critical findings');
    expect(totals.parentElement).toHaveTextContent('Critical findings2');
    const ages = within(
      screen.getByRole('table', { name: 'Open findings by age and severity' }),
    );
    expect(
      ages.getByRole('row', { name: /Up to an hour/ }),
    ).toHaveAccessibleName('Up to an hour 2 2 2');
    const fabrics = screen.getByRole('table', {
      name: 'Open findings by fabric and severity',
    });
    expect(
      within(fabrics)
        .getAllByRole('link')
        .map(link => link.textContent),
    ).toEqual(['lab-clos', 'dc-west']);
    expect(screen.getByText('1 of 3 fabrics in sync')).toBeInTheDocument();
  });

  it('marks what is known of a silent cluster as stale, in totals and list', async () => {
    renderPage('/drift');
    const list = await screen.findByRole('list', { name: 'Findings' });
    const row = within(list).getByRole('link', { name: 'dc-west' });
    await waitFor(() =>
      expect(row.parentElement).toHaveTextContent(/stale since/),
    );
    expect(row.parentElement).toHaveAttribute('data-stale');
    const fabrics = screen.getByRole('table', {
      name: 'Open findings by fabric and severity',
    });
    expect(
      within(fabrics).getByRole('row', { name: /dc-west/ }),
    ).toHaveAttribute('data-stale');
  });

  it('lists open findings with reason, time and who, leading to resource and Drift tab', async () => {
    renderPage('/drift?fabric=dc-west');
    const list = await screen.findByRole('list', { name: 'Findings' });
    expect(
      within(list).getByRole('link', { name: 'vpc-west' }),
    ).toHaveAttribute('href', '/cnoc/fabrics/dc-west/VPC/vpc-west');
    expect(within(list).getByRole('link', { name: 'dc-west' })).toHaveAttribute(
      'href',
      '/cnoc/fabrics/dc-west/drift',
    );
    expect(list).toHaveTextContent('changed by ada in a deployment of 4f2a9c1');
    expect(
      within(list).getByRole('link', { name: 'a deployment' }),
    ).toHaveAttribute(
      'href',
      '/cnoc/fabrics/dc-west/deployments/00000000-0000-4000-8000-0000000000d1',
    );
  });

  it('asks the engine for what the address says', async () => {
    const listAllFindings = jest.fn(async () => ({ items: [], totalItems: 0 }));
    renderPage(
      '/drift?severity=critical&environment=lab&owner=group:default/network&type=drift&kind=VPC&status=suppressed&text=vpc&olderThan=day',
      { api: { listAllFindings } },
    );
    expect(
      await screen.findByText('No finding matches the filter'),
    ).toBeInTheDocument();
    expect(listAllFindings).toHaveBeenCalledWith(
      expect.objectContaining({
        severity: 'critical',
        environment: 'lab',
        owner: 'group:default/network',
        type: 'drift',
        kind: 'VPC',
        status: 'suppressed',
        text: 'vpc',
        olderThan: 86_400,
        limit: 50,
      }),
      expect.anything(),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    await waitFor(() =>
      expect(listAllFindings).toHaveBeenLastCalledWith(
        { status: 'open', limit: 50 },
        expect.anything(),
      ),
    );
  });

  it('/ focuses the filter; a choice in a filter narrows the list', async () => {
    renderPage('/drift');
    await screen.findByRole('link', { name: 'vpc-west' });
    await userEvent.keyboard('/west');
    expect(screen.getByRole('searchbox')).toHaveValue('west');
    await waitFor(() =>
      expect(screen.queryByRole('link', { name: 'leaf-3' })).toBeNull(),
    );
    await userEvent.click(screen.getByRole('button', { name: /Any severity/ }));
    await userEvent.click(screen.getByRole('option', { name: 'Critical' }));
    expect(
      await screen.findByText('No finding matches the filter'),
    ).toBeInTheDocument();
  });

  it('pages by cursor, forth and back', async () => {
    renderPage('/drift', { api: { listAllFindings: paged(manyFindings(60)) } });
    expect(await screen.findByText('vpc-00000')).toBeInTheDocument();
    expect(screen.getByText('1–50 of 60 findings')).toBeInTheDocument();
    await userEvent.click(screen.getByText('Next'));
    expect(await screen.findByText('vpc-00059')).toBeInTheDocument();
    expect(screen.getByText('51–60 of 60 findings')).toBeInTheDocument();
    await userEvent.click(screen.getByText('Previous'));
    expect(await screen.findByText('vpc-00000')).toBeInTheDocument();
  });

  it('sorted by a column it pages over all of them', async () => {
    renderPage('/drift?sort=-resource', {
      api: { listAllFindings: paged(manyFindings(60)) },
    });
    expect(await screen.findByText('vpc-00059')).toBeInTheDocument();
    await userEvent.click(screen.getByText('Next'));
    expect(await screen.findByText('vpc-00000')).toBeInTheDocument();
  });

  it('loads again when the engine signals a change of any fabric', async () => {
    let listed = [fabricFindings[0]];
    const { signals } = renderPage('/drift', {
      api: { listAllFindings: async () => ({ items: listed }) },
    });
    await screen.findByRole('link', { name: 'vpc-1' });
    listed = [{ ...fabricFindings[0], id: 'new', name: 'vpc-new' }];
    signals.changed('dc-west');
    expect(
      await screen.findByRole('link', { name: 'vpc-new' }),
    ).toBeInTheDocument();
  });

  it('says that nothing differs only when everything was compared', async () => {
    renderPage('/drift', { api: noFindings });
    expect(await screen.findByText('Nothing differs')).toBeInTheDocument();
    expect(screen.getByText('Every fabric is in sync')).toBeInTheDocument();
  });

  it('without findings, but with a fabric that could not be compared, it does not say so', async () => {
    renderPage('/drift', {
      api: {
        ...noFindings,
        getFindingTotals: async () => ({
          ...nothing,
          byFabric: [
            {
              fabric: 'dc-east',
              state: 'unknown' as const,
              findings: nothing.bySeverity,
            },
          ],
        }),
      },
    });
    expect(await screen.findByText('No findings known')).toBeInTheDocument();
    expect(screen.getByText('unknown: not compared')).toBeInTheDocument();
    expect(screen.queryByText('Nothing differs')).toBeNull();
  });

  it('U5: totals that fail do not take the list with them', async () => {
    renderPage('/drift', {
      api: {
        getFindingTotals: async () => {
          throw answered(500);
        },
      },
    });
    expect(
      await screen.findByText('The totals could not be loaded'),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'vpc-1' }),
    ).toBeInTheDocument();
  });

  it('U5: losing the right to read leaves nothing on the screen', async () => {
    let fail = false;
    const denied = async (): Promise<never> => {
      throw answered(403, 'Not allowed');
    };
    const { signals } = renderPage('/drift', {
      api: {
        listAllFindings: async query =>
          fail ? denied() : paged(fabricFindings)(query),
        getFindingTotals: async () => (fail ? denied() : findingTotals),
      },
    });
    await screen.findByRole('link', { name: 'vpc-west' });
    fail = true;
    signals.changed('lab-clos');
    expect(await screen.findAllByText('Not allowed')).toHaveLength(2);
    expect(screen.queryByRole('link', { name: 'vpc-west' })).toBeNull();
    expect(screen.queryByRole('link', { name: 'dc-west' })).toBeNull();
  });

  describe('export', () => {
    // By text: a query by role takes seconds in a list of many rows.
    const press = async () =>
      userEvent.click(await screen.findByText('Export CSV'));

    it('U8: cells that a spreadsheet would calculate are text; stale rows say since when', async () => {
      renderPage('/drift', {
        api: {
          listAllFindings: async () => ({
            items: [
              {
                ...fabricFindings[0],
                fabric: 'dc-west',
                reason: '=HYPERLINK("http://evil.example.com")',
                changedBy: { manager: '@evil' },
              },
            ],
          }),
        },
      });
      // The totals, which say what is stale, are there.
      await screen.findByText('1 of 3 fabrics in sync');
      await press();
      expect(
        await screen.findByText('1 finding exported.'),
      ).toBeInTheDocument();
      const [name, type, text] = jest.mocked(saveFile).mock.calls[0];
      expect(name).toMatch(/^findings-\d{4}-\d\d-\d\d\.csv$/);
      expect(type).toBe('text/csv;charset=utf-8');
      expect(text).toContain(`"'=HYPERLINK(""http://evil.example.com"")"`);
      expect(text).toContain(",'@evil,");
      expect(text).toContain('2026-11-21T02:04:00.000Z\r\n');
    });

    it('walks the pages up to 5,000 and names what it left out', async () => {
      const all = manyFindings(5200);
      const listAllFindings = jest.fn(paged(all));
      renderPage('/drift?severity=critical', { api: { listAllFindings } });
      await press();
      expect(
        await screen.findByText(
          'The worst 5,000 findings exported; the 200 least severe were left out. Narrow the filter to have them.',
        ),
      ).toBeInTheDocument();
      const [name, , text] = jest.mocked(saveFile).mock.calls[0];
      expect(name).toMatch(/-first-5000\.csv$/);
      expect(text.match(/,vpc-\d{5},/g)).toHaveLength(5000);
      expect(listAllFindings).toHaveBeenLastCalledWith(
        expect.objectContaining({
          severity: 'critical',
          status: 'open',
          limit: 500,
          cursor: '4500',
        }),
        expect.anything(),
      );
    });

    it('shows how far it is, and can be cancelled', async () => {
      let asked = 0;
      const listAllFindings = async (query: {
        limit?: number;
        cursor?: string;
      }) => {
        if (query.limit === 500 && ++asked > 1) await new Promise(() => {});
        return paged(manyFindings(900))(query);
      };
      renderPage('/drift', {
        api: { listAllFindings: (query = {}) => listAllFindings(query) },
      });
      await press();
      expect(
        await screen.findByText('Exporting: 500 of 900 findings'),
      ).toBeInTheDocument();
      await userEvent.click(screen.getByText('Cancel'));
      expect(screen.queryByText(/Exporting/)).toBeNull();
      expect(saveFile).not.toHaveBeenCalled();
    });

    it('a page that fails saves no file, says so, and Retry works', async () => {
      let fail = true;
      renderPage('/drift', {
        api: {
          listAllFindings: async (query = {}) => {
            if (fail && query.cursor) throw answered(429);
            return paged(manyFindings(900))(query);
          },
        },
      });
      await press();
      expect(
        await screen.findByText('The export stopped after 500 findings'),
      ).toBeInTheDocument();
      expect(saveFile).not.toHaveBeenCalled();
      fail = false;
      await userEvent.click(screen.getByText('Retry'));
      expect(
        await screen.findByText('900 findings exported.'),
      ).toBeInTheDocument();
    });
  });
});
