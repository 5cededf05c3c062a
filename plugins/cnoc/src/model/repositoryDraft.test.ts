import { labRepository } from '../__testUtils__/repositories';
import {
  checkDraft,
  draftOf,
  inputOf,
  nameOf,
  patchOf,
  providerOf,
  type RepositoryDraft,
} from './repositoryDraft';

const draft = (change: Partial<RepositoryDraft> = {}): RepositoryDraft => ({
  ...draftOf(),
  url: 'https://github.com/example/fabrics.git',
  ...change,
});

describe('repositoryDraft', () => {
  it('follows the address until somebody chooses otherwise', () => {
    expect(nameOf(draft())).toBe('fabrics');
    expect(providerOf(draft())).toBe('github');
    expect(nameOf(draft({ name: '' }))).toBe('');
    expect(providerOf(draft({ provider: 'git' }))).toBe('git');
  });

  it('sends nothing that was left empty', () => {
    expect(inputOf(draft())).toEqual({
      name: 'fabrics',
      url: 'https://github.com/example/fabrics.git',
      branch: 'main',
      provider: 'github',
    });
  });

  it('does not skip the check of a certificate where there is none', () => {
    const ssh = draft({ url: 'git@github.com:a/b.git', skipTLSVerify: true });
    expect(inputOf(ssh)).not.toHaveProperty('skipTLSVerify');
    expect(inputOf(draft({ skipTLSVerify: true })).skipTLSVerify).toBe(true);
  });

  it.each<[string, Partial<RepositoryDraft>, keyof RepositoryDraft]>([
    ['no address', { url: '' }, 'url'],
    ['a name with capitals', { name: 'Lab' }, 'name'],
    ['no branch', { branch: ' ' }, 'branch'],
    ['a short webhook secret', { webhookSecret: 'short' }, 'webhookSecret'],
    ['signatures of nobody', { requireSignedCommits: true }, 'allowedSigners'],
    [
      'two credentials',
      { url: 'https://a:b@example.com/x', credential: 'lab-token' },
      'credential',
    ],
  ])('%s is a problem of that field', (_, change, field) => {
    expect(Object.keys(checkDraft(draft(change)))).toContain(field);
  });

  it('S7: an untouched form changes nothing, and no stored secret is sent back', () => {
    expect(patchOf(draftOf(labRepository), labRepository)).toBeUndefined();
  });

  it('sends only what differs; null takes away', () => {
    const edited = {
      ...draftOf(labRepository),
      branch: 'next',
      credential: '',
      forgetWebhookSecret: true,
    };
    expect(patchOf(edited, labRepository)).toEqual({
      branch: 'next',
      credential: null,
      webhookSecret: null,
    });
  });
});
