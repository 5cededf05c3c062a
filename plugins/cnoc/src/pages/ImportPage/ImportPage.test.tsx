import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CnocApi } from '@cnoc/backstage-plugin-cnoc-common';
import { answered } from '../../__testUtils__/FakeCnocApi';
import { clusterImport, gitApi } from '../../__testUtils__/git';
import { renderPage } from '../../__testUtils__/renderPage';

const importing = (
  answer: CnocApi['importResources'] = gitApi.importResources,
) =>
  jest.fn<
    ReturnType<CnocApi['importResources']>,
    Parameters<CnocApi['importResources']>
  >(answer);

const server = (n: number) =>
  `apiVersion: wiring.githedgehog.com/v1beta1\nkind: Server\nmetadata:\n  name: server-${n}\n`;
const yamlFile = (text: string) =>
  Object.assign(new File([text], 'servers.yaml'), {
    // jsdom's File cannot be read
    text: async () => text,
  });

async function upload(text: string) {
  await screen.findByRole('button', { name: 'Choose files' });
  fireEvent.change(screen.getByLabelText('YAML files'), {
    target: { files: [yamlFile(text)] },
  });
}

describe('Import page', () => {
  it('brings the chosen resources of the cluster as drafts', async () => {
    const importResources = importing(async (_fabric, request) => ({
      ...clusterImport,
      saved: request.resources?.length ?? 0,
    }));
    renderPage('/fabrics/lab-clos/import', { api: { importResources } });
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Import VPC vpc-1' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Make 1 draft' }));
    await screen.findByRole('heading', { name: '1 file changed' });
    expect(importResources).toHaveBeenLastCalledWith('lab-clos', {
      source: 'cluster',
      resources: [{ kind: 'External', name: 'test-isp' }],
      file: undefined,
    });
  });

  it('says so when git has everything', async () => {
    renderPage('/fabrics/lab-clos/import', {
      api: {
        importResources: async () => ({
          saved: 0,
          items: [],
          counts: { create: 0, update: 0, same: 63, invalid: 0 },
        }),
      },
    });
    expect(
      await screen.findByText('Git has everything that the cluster has'),
    ).toBeVisible();
  });

  it('checks an upload part by part, and drafts only when told', async () => {
    const importResources = importing(async (_fabric, request) => {
      const names = [...request.yaml!.matchAll(/name: (\S+)/g)];
      return {
        saved: request.dryRun ? 0 : names.length,
        counts: { create: names.length, update: 0, same: 0, invalid: 0 },
        items: names.map(([, name], index) => ({
          kind: 'Server',
          name,
          line: index * 5 + 1,
          verdict: 'create' as const,
          diagnostics: [],
        })),
      };
    });
    renderPage('/fabrics/lab-clos/import?from=upload', {
      api: { importResources },
    });
    await upload(
      Array.from({ length: 250 }, (_, n) => server(n)).join('---\n'),
    );
    expect(
      await screen.findByText(/^250 documents: 250 new in git/),
    ).toBeVisible();
    expect(importResources.mock.calls.map(([, r]) => r.dryRun)).toEqual([
      true,
      true,
      true,
    ]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Make 250 drafts' }),
    );
    await screen.findByRole('heading', { name: '1 file changed' });
    expect(
      importResources.mock.calls.slice(3).map(([, r]) => r.dryRun),
    ).toEqual([undefined, undefined, undefined]);
  });

  it('a failed check says so and changes nothing', async () => {
    renderPage('/fabrics/lab-clos/import?from=upload', {
      api: {
        importResources: async () => {
          throw answered(413, 'Too large');
        },
      },
    });
    await upload(server(1));
    await waitFor(() =>
      expect(screen.getByRole('alert')).toHaveTextContent(
        'The files could not be checked',
      ),
    );
  });
});
