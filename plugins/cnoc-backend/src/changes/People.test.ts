import { CatalogPeople, peopleByName } from './People';
import { commitMessage, isCommitOf } from './commitMessage';

const people = (profile: object | undefined | Error) =>
  CatalogPeople.create({
    catalog: {
      getEntityByRef: async () => {
        if (profile instanceof Error) throw profile;
        return profile && ({ kind: 'User', spec: { profile } } as never);
      },
    },
    auth: { getOwnServiceCredentials: async () => ({} as never) },
  });

describe('who commits', () => {
  const ada = 'user:default/ada';

  it('is who the catalog says', async () => {
    await expect(
      people({ displayName: 'Ada L.', email: 'ada@example.com' }).of(ada),
    ).resolves.toEqual({ name: 'Ada L.', email: 'ada@example.com' });
  });

  it.each([
    ['a user without a profile', {}],
    ['nobody the catalog knows', undefined],
    ['a catalog that does not answer', new Error('down')],
    ['an address that is none', { email: 'ada' }],
  ])('is the name of the reference for %s', async (_what, profile) => {
    await expect(people(profile).of(ada)).resolves.toEqual({
      name: 'ada',
      email: 'ada@users.noreply.cnoc.invalid',
    });
  });

  it('G23: cannot put a second header into a commit', async () => {
    const { name, email } = await people({
      displayName: 'A <a@b>\ncommitter X <x@y> 0 +0000',
      email: 'a@b>\nx@y',
    }).of(ada);
    expect(`${name}${email}`).not.toMatch(/[<>\n]/);
  });

  it('names services too', async () => {
    await expect(peopleByName.of('service:plugin:scaffolder')).resolves.toEqual(
      expect.objectContaining({
        email: expect.stringMatching(/^[\w.-]+@users\.noreply\.cnoc\.invalid$/),
      }),
    );
  });
});

describe('commitMessage', () => {
  it('ends with the trailer by which the commit is found again', () => {
    const message = commitMessage('Title\r\n\r\nWhy.  \n\n\n', 'id-1');
    expect(message).toBe('Title\n\nWhy.\n\nCNOC-Change: id-1\n');
    expect(isCommitOf(Buffer.from(message), 'id-1')).toBe(true);
    expect(isCommitOf(Buffer.from(message), 'id-2')).toBe(false);
  });

  it('refuses a message without a word', () => {
    expect(() => commitMessage(' \n\u0007', 'id')).toThrow(/what the commit/);
  });
});
