import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cnocFabricEditPermission } from '@cnoc/backstage-plugin-cnoc-common';
import { answered } from '../../../__testUtils__/FakeCnocApi';
import { fabricGit } from '../../../__testUtils__/git';
import { renderPage } from '../../../__testUtils__/renderPage';

describe('Git tab', () => {
  it('says what git said: commit in force, newest commit, diagnostics with their line at the host', async () => {
    renderPage('/fabrics/lab-clos/git');
    expect(
      await screen.findByRole('heading', {
        name: 'The newest commit cannot be read whole',
      }),
    ).toBeVisible();
    const diagnostics = screen.getByRole('list', { name: 'Diagnostics' });
    expect(
      within(diagnostics).getByRole('link', { name: /vpcs\.yaml:31/ }),
    ).toHaveAttribute('href', fabricGit.sync.diagnostics[0].url);
  });

  it('lists commits as they were read, with what each changed', async () => {
    renderPage('/fabrics/lab-clos/git');
    const commits = await screen.findByRole('list', { name: 'Commits' });
    expect(commits).toHaveTextContent('History was rewritten');
    expect(commits).toHaveTextContent('1 file parsed, 2 written, 0 removed');
  });

  it('U1: hostile text of a commit is inert', async () => {
    renderPage('/fabrics/lab-clos/git', {
      api: {
        listSyncs: async () => ({
          items: [
            {
              id: '1',
              state: 'synced',
              at: '2026-11-21T02:00:00.000Z',
              diagnostics: 0,
              commit: {
                sha: 'a'.repeat(40),
                message: '<img src=x onerror=alert(1)>',
                // eslint-disable-next-line no-script-url
                url: 'javascript:alert(1)',
              },
            },
          ],
        }),
      },
    });
    const commits = await screen.findByRole('list', { name: 'Commits' });
    expect(commits).toHaveTextContent('<img src=x onerror=alert(1)>');
    expect(commits.querySelector('img')).toBeNull();
    expect(within(commits).queryByRole('link')).toBeNull();
  });

  it('opens a file to the resources that it holds', async () => {
    renderPage('/fabrics/lab-clos/git');
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Resources of fabrics/lab-clos/vpcs.yaml',
      }),
    );
    expect(screen.getByRole('link', { name: 'vpc-2' })).toHaveAttribute(
      'href',
      '/cnoc/fabrics/lab-clos/VPC/vpc-2',
    );
  });

  it('discards one draft with the etag that was read, and all only after asking', async () => {
    const deleteDraft = jest.fn(async () => {});
    const discardDrafts = jest.fn(async () => {});
    renderPage('/fabrics/lab-clos/git', {
      api: { deleteDraft, discardDrafts },
    });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Discard the draft of VPC vpc-1',
      }),
    );
    expect(deleteDraft).toHaveBeenCalledWith('lab-clos', 'VPC', 'vpc-1', {
      ifMatch: '7',
    });
    await userEvent.click(screen.getByRole('button', { name: 'Discard all' }));
    expect(discardDrafts).not.toHaveBeenCalled();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Discard 2 drafts' }),
    );
    expect(discardDrafts).toHaveBeenCalledTimes(1);
  });

  it('who may not edit cannot discard', async () => {
    renderPage('/fabrics/lab-mesh/git', {
      denied: [cnocFabricEditPermission.name],
    });
    expect(
      await screen.findByRole('button', {
        name: 'Discard the draft of VPC vpc-1',
      }),
    ).toBeDisabled();
  });

  it('keeps the rest when a part fails', async () => {
    renderPage('/fabrics/lab-clos/git', {
      api: {
        listFiles: async () => {
          throw answered(500);
        },
      },
    });
    expect(
      await screen.findByText('The files could not be loaded'),
    ).toBeVisible();
    expect(screen.getByRole('list', { name: 'Commits' })).toBeVisible();
  });
});
