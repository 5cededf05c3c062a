import { screen, within } from '@testing-library/react';
import type {
  CnocApi,
  Deployment,
  DeploymentLogEvent,
} from '@cnoc/backstage-plugin-cnoc-common';
import { answered } from '../../__testUtils__/FakeCnocApi';
import {
  deploymentPartial,
  deploymentRunning,
  deploymentSucceeded,
} from '../../__testUtils__/deployments';
import { renderPage } from '../../__testUtils__/renderPage';

const path = (deployment: Deployment) =>
  `/fabrics/lab-clos/deployments/${deployment.id}`;

/** A log whose events a test sends one by one. */
class Log {
  readonly resumedAfter: (string | undefined)[] = [];
  #send: (event: DeploymentLogEvent | undefined) => void = () => {};

  readonly stream: CnocApi['streamDeploymentLog'] = (_f, _d, options) => {
    this.resumedAfter.push(options?.lastEventId);
    const next = () =>
      new Promise<DeploymentLogEvent | undefined>(resolve => {
        this.#send = resolve;
      });
    return (async function* events() {
      for (;;) {
        const event = await next();
        if (!event) return;
        yield event;
      }
    })();
  };

  send(event?: DeploymentLogEvent) {
    this.#send(event);
  }
}

describe('Deployment page', () => {
  it('shows steps by wave, progress, log and switches', async () => {
    renderPage(path(deploymentSucceeded));
    expect(await screen.findByText('2 updates')).toBeVisible();
    expect(screen.getByText('Succeeded')).toBeVisible();
    expect(screen.getByText('2 of 2 done')).toBeVisible();
    expect(screen.getByRole('progressbar')).toHaveAttribute('value', '2');
    expect(screen.getByRole('log')).toHaveTextContent('Updating VPC vpc-1');
    expect(
      await screen.findByText('How the switches follow'),
    ).toBeInTheDocument();
  });

  it('follows the log live and renews itself at its end', async () => {
    const log = new Log();
    let current: Deployment = deploymentRunning;
    renderPage(path(deploymentRunning), {
      api: {
        streamDeploymentLog: log.stream,
        getDeployment: async () => current,
      },
    });
    const wave = await screen.findByRole('list', { name: 'Wave 2' });
    expect(wave).toHaveTextContent('Running');
    log.send({
      type: 'step',
      id: '7',
      step: {
        ...deploymentRunning.steps[1],
        status: 'failed',
        finishedAt: '2026-11-21T02:11:09.000Z',
        message: 'The API server refused it',
      },
    });
    expect(await within(wave).findByText('Failed')).toBeVisible();
    expect(screen.getByRole('log')).toHaveTextContent(
      'Failed: VPC vpc-1 – The API server refused it',
    );
    current = { ...deploymentPartial, id: deploymentRunning.id };
    log.send({ type: 'end', deployment: current });
    expect(await screen.findByText('Partly applied')).toBeVisible();
  });

  it('resumes a broken log after the last event', async () => {
    jest.useFakeTimers({ doNotFake: ['performance'] });
    try {
      const log = new Log();
      renderPage(path(deploymentRunning), {
        api: { streamDeploymentLog: log.stream },
      });
      await screen.findByRole('list', { name: 'Wave 2' });
      log.send({ type: 'step', id: '7', step: deploymentRunning.steps[1] });
      await jest.advanceTimersByTimeAsync(0);
      log.send(undefined);
      await jest.advanceTimersByTimeAsync(2_000);
      expect(log.resumedAfter).toEqual([undefined, '7']);
    } finally {
      jest.useRealTimers();
    }
  });

  it('a deployment that cannot be read says that it goes on', async () => {
    renderPage(path(deploymentRunning), {
      api: {
        getDeployment: async () => {
          throw answered(500);
        },
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'It goes on whether you watch it or not.',
    );
  });
});
