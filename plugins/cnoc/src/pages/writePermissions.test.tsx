// A file of its own: answers about permissions are cached between the tests of a file.
import { screen, waitFor } from '@testing-library/react';
import { oldPassword, rotationIdle } from '../__testUtils__/credentials';
import { renderPage } from '../__testUtils__/renderPage';
import { westRepository } from '../__testUtils__/repositories';

const denied = [
  'cnoc.repository.create',
  'cnoc.repository.update',
  'cnoc.repository.delete',
  'cnoc.credential.create',
  'cnoc.credential.update',
  'cnoc.credential.delete',
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
});
