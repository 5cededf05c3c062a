// A file of its own: answers about permissions are cached between the tests of a file.
import { screen, waitFor } from '@testing-library/react';
import { westCluster } from '../__testUtils__/clusters';
import { oldPassword, rotationIdle } from '../__testUtils__/credentials';
import { labClos } from '../__testUtils__/fabrics';
import { renderPage } from '../__testUtils__/renderPage';
import { westRepository } from '../__testUtils__/repositories';

const denied = [
  'cnoc.repository.create',
  'cnoc.repository.update',
  'cnoc.repository.delete',
  'cnoc.credential.create',
  'cnoc.credential.update',
  'cnoc.credential.delete',
  'cnoc.cluster.create',
  'cnoc.cluster.update',
  'cnoc.cluster.delete',
  'cnoc.fabric.create',
  'cnoc.fabric.update',
  'cnoc.fabric.delete',
  'cnoc.fabric.self-test',
];

const disabled = async (name: string) => {
  const button = await screen.findByRole('button', { name });
  await waitFor(() => expect(button).toBeDisabled());
  return button;
};

describe('Somebody who may only look', () => {
  it('is told who may register a repository', async () => {
    renderPage('/repositories', { denied });
    expect(await disabled('New repository')).toHaveAccessibleDescription(
      /cnoc\.repository\.create/,
    );
  });

  it('is told who may test, change, delete and trust', async () => {
    renderPage(`/repositories/${westRepository.name}`, { denied });
    expect(await disabled('Test connection')).toBeDisabled();
    expect(await disabled('Edit')).toBeDisabled();
    expect(await disabled('Delete')).toHaveAccessibleDescription(
      /cnoc\.repository\.update.*cnoc\.repository\.delete/,
    );
    expect(await disabled('Trust the new key')).toHaveAccessibleDescription(
      /cnoc\.repository\.update/,
    );
  });

  it('is told who may store, change and re-encrypt credentials', async () => {
    renderPage(`/credentials?credential=${oldPassword.name}`, {
      denied,
      api: { getKeyRotation: async () => rotationIdle },
    });
    expect(await disabled('Edit')).toBeDisabled();
    expect(await disabled('Delete')).toBeDisabled();
    expect(await disabled('Rotate')).toHaveAccessibleDescription(
      /cnoc\.credential\.update.*cnoc\.credential\.delete/,
    );
  });

  it('is told who may store a credential and re-encrypt them all', async () => {
    renderPage('/credentials', { denied });
    expect(await disabled('New credential')).toHaveAccessibleDescription(
      /cnoc\.credential\.create/,
    );
    expect(await disabled('Start re-encryption')).toHaveAccessibleDescription(
      /cnoc\.credential\.update/,
    );
  });

  it('is told who may register a cluster', async () => {
    renderPage('/clusters', { denied });
    expect(await disabled('New cluster')).toHaveAccessibleDescription(
      /cnoc\.cluster\.create/,
    );
  });

  it('is told who may test, change, accept and delete a cluster', async () => {
    renderPage(`/clusters/${westCluster.name}`, { denied });
    expect(await disabled('Test connection')).toBeDisabled();
    expect(await disabled('Edit')).toBeDisabled();
    expect(await disabled('Delete')).toHaveAccessibleDescription(
      /cnoc\.cluster\.update.*cnoc\.cluster\.delete/,
    );
    expect(
      await disabled('Accept the new cluster'),
    ).toHaveAccessibleDescription(/cnoc\.cluster\.update/);
  });

  it('is told who may register a fabric', async () => {
    renderPage('/', { denied });
    expect(await disabled('New fabric')).toHaveAccessibleDescription(
      /cnoc\.fabric\.create/,
    );
  });

  it('is told who may change, delete and self-test a fabric', async () => {
    const fabric = {
      ...labClos,
      origin: 'api' as const,
      cluster: { ...labClos.cluster, lab: true },
    };
    renderPage('/fabrics/lab-clos/settings', {
      denied,
      api: { getFabric: async () => fabric },
    });
    expect(await disabled('Edit')).toBeDisabled();
    expect(await disabled('Delete')).toHaveAccessibleDescription(
      /cnoc\.fabric\.update.*cnoc\.fabric\.delete/,
    );
    expect(await disabled('Run the self-test')).toHaveAccessibleDescription(
      /cnoc\.fabric\.self-test/,
    );
  });
});
