import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  cnocFabricDeployPermission,
  cnocFabricForcePermission,
  cnocFabricPlanPermission,
  type CnocApi,
  type Plan,
} from '@cnoc/backstage-plugin-cnoc-common';
import { answered } from '../../__testUtils__/FakeCnocApi';
import { deploymentRunning } from '../../__testUtils__/deployments';
import {
  planEmpty,
  planPruned,
  planReady,
  planWithConflict,
} from '../../__testUtils__/plans';
import { renderPage } from '../../__testUtils__/renderPage';

const calm: Plan = {
  ...planReady,
  lines: planReady.lines.filter(line => line.severity !== 'critical'),
  counts: { create: 2, update: 1, delete: 0 },
};
const withPlan = (plan: Plan): Partial<CnocApi> => ({
  createPlan: jest.fn(async () => plan),
  getPlan: async () => plan,
});

describe('Plan page', () => {
  it('makes a plan and says what it means: counts, traffic first, lines by wave', async () => {
    renderPage('/fabrics/lab-clos/plan');
    expect(await screen.findByText('2 creates and 3 updates')).toBeVisible();
    expect(
      screen.getByRole('list', { name: 'Lines that touch traffic' }),
    ).toHaveTextContent('vpc-1');
    const wave = screen.getByRole('list', { name: 'Wave 2' });
    expect(within(wave).getAllByText('Update')).toHaveLength(2);
    expect(within(wave).getAllByText('Dry run passed')).toHaveLength(2);
    expect(
      screen.getByRole('button', {
        name: 'Apply 2 creates and 3 updates to lab-clos',
      }),
    ).toBeEnabled();
  });

  it('a plan named by the address is shown, not made again', async () => {
    const createPlan = jest.fn();
    renderPage(`/fabrics/lab-clos/plan?plan=${planPruned.id}`, {
      api: { createPlan },
    });
    expect(
      await screen.findByText('2 creates, 3 updates and 1 delete'),
    ).toBeVisible();
    expect(createPlan).not.toHaveBeenCalled();
  });

  it('deleting is asked for, and makes another plan', async () => {
    renderPage('/fabrics/lab-clos/plan');
    await userEvent.click(
      await screen.findByRole('switch', {
        name: 'Also delete 1 resource that is not in git',
      }),
    );
    expect(
      await screen.findByRole('button', {
        name: 'Apply 2 creates, 3 updates and 1 delete to lab-clos',
      }),
    ).toBeInTheDocument();
  });

  it('U7: a double click on Apply makes one deployment', async () => {
    let finish = (_: typeof deploymentRunning) => {};
    const createDeployment = jest.fn<
      ReturnType<CnocApi['createDeployment']>,
      Parameters<CnocApi['createDeployment']>
    >(
      () =>
        new Promise(resolve => {
          finish = resolve;
        }),
    );
    renderPage('/fabrics/lab-clos/plan', {
      api: { ...withPlan(calm), createDeployment },
    });
    await userEvent.dblClick(
      await screen.findByRole('button', { name: /^Apply 2 creates/ }),
    );
    expect(createDeployment).toHaveBeenCalledTimes(1);
    expect(createDeployment).toHaveBeenCalledWith('lab-clos', calm.id, {
      idempotencyKey: `deploy.${calm.id}.1`,
    });
    finish(deploymentRunning);
    expect(await screen.findByText('Deployment to lab-clos')).toBeVisible();
  });

  it('what hits traffic or deletes is confirmed by typing the name', async () => {
    const createDeployment = jest.fn(async () => deploymentRunning);
    renderPage(`/fabrics/lab-clos/plan?plan=${planPruned.id}`, {
      api: { createDeployment },
    });
    const name = 'Apply 2 creates, 3 updates and 1 delete to lab-clos';
    await userEvent.click(await screen.findByRole('button', { name }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('1 resource will be deleted');
    expect(dialog).toHaveTextContent('test-isp');
    expect(dialog).toHaveTextContent('2 changes will touch traffic');
    const go = within(dialog).getByRole('button', { name });
    expect(go).toBeDisabled();
    await userEvent.type(within(dialog).getByRole('textbox'), 'lab-clos');
    await userEvent.click(go);
    await waitFor(() => expect(createDeployment).toHaveBeenCalledTimes(1));
  });

  it('Escape leaves the confirmation without deploying', async () => {
    const createDeployment = jest.fn();
    renderPage('/fabrics/lab-clos/plan', { api: { createDeployment } });
    await userEvent.click(
      await screen.findByRole('button', { name: /^Apply/ }),
    );
    await screen.findByRole('dialog');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(createDeployment).not.toHaveBeenCalled();
  });

  it('blockers come first and the button says why it rests', async () => {
    renderPage('/fabrics/lab-clos/plan', { api: withPlan(planWithConflict) });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'kubectl-edit holds 2 fields of vpc-1',
    );
    expect(screen.getByRole('button', { name: /^Apply/ })).toBeDisabled();
    expect(
      screen.getByText('The blockers above stand in the way.'),
    ).toBeVisible();
  });

  it('taking over fields needs its own permission', async () => {
    renderPage('/fabrics/denied-8/plan', {
      api: withPlan(planWithConflict),
      denied: [cnocFabricForcePermission.name],
    });
    expect(
      await screen.findByText(/permission cnoc\.fabric\.deploy\.force/),
    ).toBeVisible();
    expect(
      screen.getByRole('switch', {
        name: 'Take over 2 fields held by kubectl-edit',
      }),
    ).toBeDisabled();
  });

  it('taking over fields makes another plan with force', async () => {
    const api = withPlan(planWithConflict);
    renderPage('/fabrics/lab-clos/plan', { api });
    await userEvent.click(
      await screen.findByRole('switch', {
        name: 'Take over 2 fields held by kubectl-edit',
      }),
    );
    expect(api.createPlan).toHaveBeenLastCalledWith('lab-clos', {
      prune: false,
      force: true,
    });
  });

  it('without the right to deploy the plan is readable and the button says why', async () => {
    renderPage('/fabrics/denied-10/plan', {
      denied: [cnocFabricDeployPermission.name],
    });
    expect(
      await screen.findByText(/permission cnoc\.fabric\.deploy,/),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: /^Apply/ })).toBeDisabled();
  });

  it('without the right to plan nothing is asked of the engine', async () => {
    const createPlan = jest.fn();
    renderPage('/fabrics/denied-11/plan', {
      api: { createPlan },
      denied: [cnocFabricPlanPermission.name],
    });
    expect(
      await screen.findByText('You may not make plans for this fabric'),
    ).toBeVisible();
    expect(createPlan).not.toHaveBeenCalled();
  });

  it('nothing to change is good news without a button', async () => {
    renderPage('/fabrics/lab-clos/plan', { api: withPlan(planEmpty) });
    expect(await screen.findByText('Nothing to change')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Apply/ })).toBeNull();
  });

  it('a fabric with nothing but orphans can still be asked to delete them', async () => {
    renderPage('/fabrics/lab-clos/plan', {
      api: withPlan({ ...planEmpty, notPruned: planReady.notPruned }),
    });
    expect(
      await screen.findByRole('switch', {
        name: 'Also delete 1 resource that is not in git',
      }),
    ).toBeEnabled();
  });

  it('a plan that reality overtook cannot be applied', async () => {
    renderPage('/fabrics/lab-clos/plan', {
      api: withPlan({ ...planReady, status: 'void' }),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Reality moved since this plan was made',
    );
    expect(screen.getByRole('button', { name: /^Apply/ })).toBeDisabled();
  });

  it('a plan that could not be made says that nothing was changed', async () => {
    renderPage('/fabrics/lab-clos/plan', {
      api: {
        createPlan: async () => {
          throw answered(409, 'The cluster does not answer');
        },
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /The cluster does not answer.*Nothing was changed/,
    );
  });

  it('a refused deployment says why and can be tried again', async () => {
    const createDeployment = jest
      .fn()
      .mockRejectedValueOnce(answered(409, 'Another deployment is running'))
      .mockResolvedValueOnce(deploymentRunning);
    renderPage('/fabrics/lab-clos/plan', {
      api: { ...withPlan(calm), createDeployment },
    });
    const apply = await screen.findByRole('button', { name: /^Apply/ });
    await userEvent.click(apply);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Another deployment is running',
    );
    await userEvent.click(apply);
    expect(await screen.findByText('Deployment to lab-clos')).toBeVisible();
    expect(createDeployment.mock.calls.map(call => call[2])).toEqual([
      { idempotencyKey: `deploy.${calm.id}.1` },
      { idempotencyKey: `deploy.${calm.id}.2` },
    ]);
  });
});
