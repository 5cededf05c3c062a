import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  cnocFabricPlanPermission,
  cnocFabricTriagePermission,
} from '@cnoc/backstage-plugin-cnoc-common';
import { answered } from '../../../__testUtils__/FakeCnocApi';
import { labClos } from '../../../__testUtils__/fabrics';
import { acknowledgedFinding, findings } from '../../../__testUtils__/findings';
import { renderPage } from '../../../__testUtils__/renderPage';

const [vlan] = findings;
const edited = (name: string, n: number) => ({
  ...vlan,
  id: `00000000-0000-4000-8000-0000000001${String(n).padStart(2, '0')}`,
  name,
});
/** One hand edit of five VPCs. */
const five = {
  listFindings: async () => ({
    items: ['vpc-1', 'vpc-2', 'vpc-3', 'vpc-4', 'vpc-5'].map(edited),
    totalItems: 5,
  }),
};
const fiveTitle = 'kubectl-edit changed spec.subnets.*.vlan of 5 resources';

const openMenu = async (thing: string) =>
  userEvent.click(
    await screen.findByRole('button', { name: `Actions for ${thing}` }),
  );
const choose = async (label: string) =>
  userEvent.click(await screen.findByRole('menuitem', { name: label }));

describe('Drift tab', () => {
  it('one hand edit that hit five resources is one group; each opens to the field', async () => {
    renderPage('/fabrics/lab-clos/drift', { api: five });
    const cause = await screen.findByRole('list', { name: fiveTitle });
    expect(within(cause).getAllByRole('listitem')).toHaveLength(5);
    await userEvent.click(
      screen.getByRole('button', { name: 'Differences of VPC vpc-1' }),
    );
    const fields = within(cause).getByRole('list', { name: 'Differences' });
    expect(fields).toHaveTextContent('spec.subnets.default.vlan');
    expect(fields).toHaveTextContent('Git1001');
    expect(fields).toHaveTextContent('Cluster1099');
    expect(fields).toHaveTextContent('changed by kubectl-edit');
  });

  it('what a deployment wrote names the person and leads to it', async () => {
    const changedBy = {
      ...vlan.changedBy!,
      manager: 'cnoc',
      by: 'user:default/ada',
      deployment: 'd-1',
    };
    renderPage('/fabrics/lab-clos/drift', {
      api: {
        listFindings: async () => ({
          items: [{ ...vlan, changedBy }],
          totalItems: 1,
        }),
      },
    });
    expect(
      await screen.findByRole('list', { name: /^ada changed/ }),
    ).toBeInTheDocument();
    expect(
      screen.getAllByRole('link', { name: 'a deployment' })[0],
    ).toHaveAttribute('href', '/cnoc/fabrics/lab-clos/deployments/d-1');
  });

  it('a selection becomes a plan of its resources', async () => {
    const { api } = renderPage('/fabrics/lab-clos/drift', { api: five });
    const createPlan = jest.spyOn(api, 'createPlan');
    await userEvent.click(
      await screen.findByRole('checkbox', { name: `Select all: ${fiveTitle}` }),
    );
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Select VPC vpc-5' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Review plan for 4' }),
    );
    await screen.findByText('2 creates and 3 updates');
    expect(createPlan).toHaveBeenCalledWith(
      'lab-clos',
      expect.objectContaining({
        resources: ['vpc-1', 'vpc-2', 'vpc-3', 'vpc-4'].map(name => ({
          kind: 'VPC',
          name,
        })),
      }),
    );
  });

  it('accepting live leads to the import with nothing else chosen', async () => {
    renderPage('/fabrics/lab-clos/drift', {
      api: {
        ...five,
        importResources: async () => ({
          items: ['vpc-1', 'vpc-2'].map(name => ({
            kind: 'VPC',
            name,
            verdict: 'update' as const,
            diagnostics: [],
          })),
          counts: { create: 0, update: 2, same: 0, invalid: 0 },
          saved: 0,
        }),
      },
    });
    await openMenu('VPC vpc-2');
    await choose('Accept live into git');
    expect(
      await screen.findByRole('checkbox', { name: 'Import VPC vpc-2' }),
    ).toBeChecked();
    expect(
      screen.getByRole('checkbox', { name: 'Import VPC vpc-1' }),
    ).not.toBeChecked();
  });

  it('a selection is acknowledged in one request', async () => {
    const changeFindings = jest.fn(async () => ({ changed: 5 }));
    const changeFinding = jest.fn();
    renderPage('/fabrics/lab-clos/drift', {
      api: { ...five, changeFindings, changeFinding },
    });
    await userEvent.click(
      await screen.findByRole('checkbox', { name: `Select all: ${fiveTitle}` }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Acknowledge' }));
    expect(
      await screen.findByText('Select findings to act on them together.'),
    ).toBeInTheDocument();
    expect(changeFindings).toHaveBeenCalledTimes(1);
    expect(changeFindings).toHaveBeenCalledWith(
      'lab-clos',
      {
        ids: [0, 1, 2, 3, 4].map(n => edited('', n).id),
        status: 'acknowledged',
      },
      { idempotencyKey: expect.stringMatching(/^.{22}$/) },
    );
    expect(changeFinding).not.toHaveBeenCalled();
  });

  it('suppressing asks for reason and end, and goes out with both', async () => {
    const changeFindings = jest.fn(async () => ({ changed: 1 }));
    renderPage('/fabrics/lab-clos/drift', { api: { changeFindings } });
    await openMenu('VPC vpc-1');
    await choose('Suppress…');
    const dialog = within(
      await screen.findByRole('dialog', {
        name: 'Suppress the finding of VPC vpc-1',
      }),
    );
    const submit = dialog.getByRole('button', { name: 'Suppress' });
    await userEvent.click(submit);
    expect(
      await dialog.findByText('Say why, so that others understand it later.'),
    ).toBeInTheDocument();
    expect(changeFindings).not.toHaveBeenCalled();

    await userEvent.type(dialog.getByLabelText(/Reason/), 'Waits for the hall');
    await userEvent.click(dialog.getByRole('radio', { name: 'A day' }));
    const before = Date.now();
    await userEvent.click(submit);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const [, patch] = changeFindings.mock.calls[0] as unknown as [
      string,
      { ids: string[]; status: string; reason: string; until: string },
    ];
    expect(patch).toMatchObject({
      ids: [vlan.id],
      status: 'suppressed',
      reason: 'Waits for the hall',
    });
    const days = (Date.parse(patch.until) - before) / 86_400_000;
    expect(Math.round(days * 100) / 100).toBe(1);
  });

  it('shows what was decided, by whom and why, only on demand', async () => {
    renderPage('/fabrics/lab-clos/drift');
    await screen.findByRole('link', { name: 'vpc-1' });
    expect(screen.queryByRole('link', { name: 'vpc-5' })).toBeNull();
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Show suppressed' }),
    );
    const row = (await screen.findByRole('link', { name: 'vpc-5' })).closest(
      'li',
    );
    expect(row).toHaveTextContent(
      /Suppressed by ada, .*, until .*: Waits for the new hall/,
    );
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Show resolved' }),
    );
    expect(await screen.findByRole('link', { name: 'old-isp' })).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Actions for External old-isp' }),
    ).toBeNull();
    expect(
      screen.queryByRole('checkbox', { name: 'Select External old-isp' }),
    ).toBeNull();
  });

  it('a single finding opens again only if nobody else changed it; 412 is told in words', async () => {
    const changeFinding = jest.fn(async () => {
      throw answered(412);
    });
    renderPage('/fabrics/lab-clos/drift?show=acknowledged', {
      api: { changeFinding },
    });
    await openMenu('VPC vpc-4');
    await choose('Open again');
    expect(await screen.findByText('Nothing was changed')).toBeInTheDocument();
    expect(
      screen.getByText('Somebody else changed it since you opened it.'),
    ).toBeInTheDocument();
    expect(changeFinding).toHaveBeenCalledWith(
      'lab-clos',
      acknowledgedFinding.id,
      { status: 'open' },
      { ifMatch: acknowledgedFinding.etag },
    );
  });

  it('409: what the engine says stands in the dialog, and what was typed stays', async () => {
    renderPage('/fabrics/lab-clos/drift', {
      api: {
        changeFindings: async () => {
          throw answered(409, 'The finding about VPC vpc-1 is resolved');
        },
      },
    });
    await openMenu('VPC vpc-1');
    await choose('Suppress…');
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText(/Reason/), 'Because');
    await userEvent.click(dialog.getByRole('button', { name: 'Suppress' }));
    expect(
      await dialog.findByText('The finding about VPC vpc-1 is resolved'),
    ).toBeInTheDocument();
    expect(dialog.getByLabelText(/Reason/)).toHaveValue('Because');
  });

  it('a difference becomes an ignore rule of its field', async () => {
    const createIgnoreRule = jest.fn(async () => {
      throw answered(409, 'The same rule exists');
    });
    renderPage('/fabrics/lab-clos/drift', { api: { createIgnoreRule } });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Differences of VPC vpc-1' }),
    );
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Ignore this field: spec.subnets.default.vlan',
      }),
    );
    const dialog = within(
      await screen.findByRole('dialog', { name: 'New ignore rule' }),
    );
    expect(dialog.getByLabelText(/Field\b.*Required/)).toHaveValue(
      'spec.subnets.default.vlan',
    );
    await userEvent.type(dialog.getByLabelText(/Reason/), 'Moved by hand');
    await userEvent.click(dialog.getByRole('button', { name: 'Ignore it' }));
    expect(await dialog.findByText('The same rule exists')).toBeInTheDocument();
    expect(createIgnoreRule).toHaveBeenCalledWith(
      'lab-clos',
      {
        path: 'spec.subnets.default.vlan',
        kind: 'VPC',
        name: 'vpc-1',
        reason: 'Moved by hand',
      },
      { idempotencyKey: expect.any(String) },
    );
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('says once what the person may not do, and offers none of it', async () => {
    renderPage('/fabrics/no-triage/drift', {
      api: { getFabric: async () => ({ ...labClos, name: 'no-triage' }) },
      denied: [cnocFabricTriagePermission.name, cnocFabricPlanPermission.name],
    });
    expect(
      await screen.findByText(/Needs the permission cnoc\.fabric\.triage/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Acknowledge or suppress' }),
    ).toBeDisabled();
    await openMenu('VPC vpc-1');
    expect(
      (await screen.findAllByRole('menuitem')).map(item => item.textContent),
    ).toEqual(['Accept live into git']);
    await userEvent.keyboard('{Escape}');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Differences of VPC vpc-1' }),
    );
    expect(
      screen.queryByRole('button', { name: /Ignore this field/ }),
    ).toBeNull();
  });

  it('says what the last full comparison showed', async () => {
    renderPage('/fabrics/lab-clos/drift', {
      api: {
        getFabric: async () => ({
          ...labClos,
          status: {
            ...labClos.status,
            drift: {
              ...labClos.status.drift,
              fullCheck: {
                at: '2026-11-21T02:05:00.000Z',
                objects: 123,
                missed: 2,
              },
            },
          },
        }),
      },
    });
    expect(
      await screen.findByText(/All 123 objects compared anew/),
    ).toHaveTextContent(
      /; 2 changes had been missed by the watches and were found\.$/,
    );
  });

  it('of a fabric in sync says what would be here', async () => {
    renderPage('/fabrics/lab-mesh/drift', {
      api: { listFindings: async () => ({ items: [], totalItems: 0 }) },
    });
    expect(await screen.findByText('Nothing differs')).toBeInTheDocument();
    expect(
      screen.queryByRole('group', {
        name: 'Actions for the selected findings',
      }),
    ).toBeNull();
  });

  it('U5: a failure to load says so, and Retry works', async () => {
    let fail = true;
    renderPage('/fabrics/lab-clos/drift', {
      api: {
        listFindings: async () => {
          if (fail) throw answered(500);
          return five.listFindings();
        },
      },
    });
    expect(
      await screen.findByText('The findings could not be loaded'),
    ).toBeInTheDocument();
    fail = false;
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByRole('list', { name: fiveTitle })).toBeVisible();
  });
});
