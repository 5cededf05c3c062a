import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  cnocFabricCommitPermission,
  type CnocApi,
} from '@cnoc/backstage-plugin-cnoc-common';
import { answered } from '../../__testUtils__/FakeCnocApi';
import { gitApi, preview } from '../../__testUtils__/git';
import { renderPage } from '../../__testUtils__/renderPage';

const committing = () =>
  jest.fn<
    ReturnType<CnocApi['commitDrafts']>,
    Parameters<CnocApi['commitDrafts']>
  >((...args) => gitApi.commitDrafts(...args));

describe('Changes page', () => {
  it('says what changes in git, then in the cluster', async () => {
    renderPage('/fabrics/lab-clos/changes');
    expect(
      await screen.findByRole('heading', { name: '1 file changed' }),
    ).toBeVisible();
    expect(
      screen.getByRole('list', { name: 'What a deployment would do' }),
    ).toHaveTextContent('servers reconnect');
    expect(
      screen.getByLabelText('Changes of fabrics/lab-clos/vpcs.yaml'),
    ).toHaveTextContent('+ vlan: 1005');
  });

  it('commits once, on top of the commit that was shown', async () => {
    const commitDrafts = committing();
    renderPage('/fabrics/lab-clos/changes', { api: { commitDrafts } });
    const button = await screen.findByRole('button', {
      name: 'Commit 1 file to main',
    });
    await userEvent.dblClick(button);
    expect(
      await screen.findByRole('heading', { name: '1 file written to main' }),
    ).toBeVisible();
    expect(commitDrafts).toHaveBeenCalledTimes(1);
    const [, request, options] = commitDrafts.mock.calls[0];
    expect(request).toMatchObject({
      message: 'Change 2 resources',
      base: preview.base,
    });
    expect(request.pullRequest).toBeUndefined();
    expect(options?.idempotencyKey).toMatch(/^\S{16,128}$/);
  });

  it('opens a pull request from a branch named after the message', async () => {
    const commitDrafts = committing();
    renderPage('/fabrics/lab-clos/changes', { api: { commitDrafts } });
    await userEvent.click(
      await screen.findByRole('radio', { name: /pull request/ }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Open a pull request with 1 file' }),
    );
    await waitFor(() => expect(commitDrafts).toHaveBeenCalled());
    expect(commitDrafts.mock.calls[0][1]).toMatchObject({
      branch: 'cnoc/change-2-resources',
      pullRequest: { title: 'Change 2 resources' },
    });
  });

  it('a branch that moved: nothing is lost, and the change is worked out again', async () => {
    const previewDrafts = jest.fn(async () => preview);
    renderPage('/fabrics/lab-clos/changes', {
      api: {
        previewDrafts,
        commitDrafts: async () => {
          throw answered(409, 'VPC vpc-1 was changed in git meanwhile');
        },
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Commit 1 file to main' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'VPC vpc-1 was changed in git meanwhile',
    );
    await waitFor(() =>
      expect(previewDrafts.mock.calls.length).toBeGreaterThan(1),
    );
  });

  it('a lost answer is asked for again under the same key', async () => {
    const keys: unknown[] = [];
    renderPage('/fabrics/lab-clos/changes', {
      api: {
        commitDrafts: async (_fabric, _request, options) => {
          keys.push(options?.idempotencyKey);
          throw new TypeError('Failed to fetch');
        },
      },
    });
    const button = await screen.findByRole('button', {
      name: 'Commit 1 file to main',
    });
    await userEvent.click(button);
    await screen.findByRole('alert');
    await userEvent.click(button);
    await waitFor(() => expect(keys).toHaveLength(2));
    expect(keys[1]).toBe(keys[0]);
  });

  it('blockers keep it from being committed, and say why', async () => {
    renderPage('/fabrics/lab-clos/changes', {
      api: {
        previewDrafts: async () => ({
          ...preview,
          blockers: [
            {
              rule: 'change.invalid',
              severity: 'critical',
              message: 'The draft cannot be read',
              kind: 'Server',
              name: 'server-9',
            },
          ],
        }),
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The draft cannot be read',
    );
    expect(
      screen.getByRole('button', { name: 'Commit 1 file to main' }),
    ).toBeDisabled();
  });

  it('who may not commit sees the change and who may', async () => {
    renderPage('/fabrics/lab-mesh/changes', {
      denied: [cnocFabricCommitPermission.name],
    });
    const button = await screen.findByRole('button', {
      name: 'Commit 1 file to main',
    });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription(/cnoc\.fabric\.commit/);
  });

  it('without drafts says what would be here', async () => {
    renderPage('/fabrics/lab-clos/changes', {
      api: { previewDrafts: async () => ({ ...preview, files: [] }) },
    });
    expect(await screen.findByText('Nothing to commit')).toBeVisible();
  });
});
