import { labToken } from '../__testUtils__/credentials';
import {
  checkCredential,
  credentialInputOf,
  credentialPatchOf,
  emptyCredential,
  valueOf,
  type CredentialDraft,
} from './credentialDraft';

const PRIVATE =
  '-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END OPENSSH PRIVATE KEY-----';
const CERTIFICATE =
  '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----';
const sound: CredentialDraft = {
  ...emptyCredential,
  name: 'lab',
  secret: 't0ken',
};

describe('credentialDraft', () => {
  it.each<[string, Partial<CredentialDraft>, keyof CredentialDraft]>([
    ['a name with a space', { name: 'my lab' }, 'name'],
    ['no token', { secret: '' }, 'secret'],
    ['a token of spaces', { secret: ' ' }, 'secret'],
    ['a password of nobody', { type: 'basic' }, 'username'],
    ['no private key', { type: 'ssh' }, 'privateKey'],
    [
      'the public half',
      { type: 'ssh', privateKey: 'ssh-ed25519 AAAA me' },
      'privateKey',
    ],
    [
      'no certificate',
      { type: 'certificate', privateKey: PRIVATE },
      'certificate',
    ],
    [
      'no key of the certificate',
      { type: 'certificate', certificate: CERTIFICATE },
      'privateKey',
    ],
    ['some other file', { type: 'ssh', privateKey: 'hello' }, 'privateKey'],
  ])('%s is a problem of that field', (_, change, field) => {
    expect(Object.keys(checkCredential({ ...sound, ...change }))).toEqual([
      field,
    ]);
  });

  it('sends only the fields of the type', () => {
    expect(credentialInputOf({ ...sound, privateKey: PRIVATE })).toEqual({
      name: 'lab',
      type: 'token',
      secret: 't0ken',
    });
    expect(valueOf('ssh', { ...sound, privateKey: PRIVATE })).toEqual({
      privateKey: `${PRIVATE}\n`,
    });
  });

  it('K: a client certificate goes out with its key and without a user name', () => {
    expect(
      valueOf('certificate', {
        ...sound,
        username: 'me',
        certificate: CERTIFICATE,
        privateKey: PRIVATE,
      }),
    ).toEqual({ certificate: CERTIFICATE, privateKey: `${PRIVATE}\n` });
  });

  it('takes the space that copying adds from a token, and none from a password', () => {
    expect(valueOf('token', { ...sound, secret: ' t0ken ' })).toEqual({
      secret: 't0ken',
    });
    expect(
      valueOf('basic', { ...sound, username: 'me', secret: ' pass ' }),
    ).toEqual({ username: 'me', secret: ' pass ' });
  });

  it('ends at the end of the last day', () => {
    expect(valueOf('token', { ...sound, expiresOn: '2027-01-31' })).toEqual({
      secret: 't0ken',
      expiresAt: '2027-01-31T23:59:59.000Z',
    });
  });

  it('patches only what differs', () => {
    const untouched = { title: labToken.title!, expiresOn: '2028-01-31' };
    expect(credentialPatchOf(untouched, labToken)).toBeUndefined();
    expect(
      credentialPatchOf({ ...untouched, expiresOn: '' }, labToken),
    ).toEqual({ expiresAt: null });
  });
});
