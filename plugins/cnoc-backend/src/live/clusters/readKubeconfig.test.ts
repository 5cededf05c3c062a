import { printYaml } from '@cnoc/hedgehog';
import { testCertificate } from '../../__testUtils__/testCertificate';
import { listContexts, takeContext } from './readKubeconfig';

const token = 'canary-token-7Hq2Lx9ZbN4tVr8KwYp3';
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** A kubeconfig with one context, `lab`, and what is given in cluster and user. */
function kubeconfig(parts: { cluster?: object; user?: object } = {}): string {
  return printYaml({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'lab',
    clusters: [
      {
        name: 'c',
        cluster: { server: 'https://k8s.example.com:6443', ...parts.cluster },
      },
    ],
    users: [{ name: 'u', user: parts.user ?? { token } }],
    contexts: [
      { name: 'lab', context: { cluster: 'c', user: 'u', namespace: 'fab' } },
    ],
  } as never);
}

describe('readKubeconfig', () => {
  it('lists contexts without a secret', () => {
    const listed = listContexts(kubeconfig());
    expect(listed).toEqual({
      current: 'lab',
      contexts: [
        {
          name: 'lab',
          server: 'https://k8s.example.com:6443',
          namespace: 'fab',
          auth: 'token',
        },
      ],
    });
    expect(JSON.stringify(listed)).not.toContain('canary');
  });

  it('takes address, authority, namespace and token', () => {
    expect(
      takeContext(
        kubeconfig({ cluster: { 'certificate-authority-data': 'Q0E=' } }),
        { skipTLSVerify: false },
      ),
    ).toEqual({
      server: 'https://k8s.example.com:6443',
      ca: 'Q0E=',
      namespace: 'fab',
      secret: { type: 'token', secret: token },
    });
  });

  it('takes a client certificate with its key', () => {
    const { cert, key } = testCertificate('user');
    const user = {
      'client-certificate-data': base64(cert),
      'client-key-data': base64(key),
    };
    expect(
      takeContext(kubeconfig({ user }), { skipTLSVerify: false }).secret,
    ).toEqual({ type: 'certificate', certificate: cert, privateKey: key });
  });

  it.each([
    ['exec', { exec: { command: 'aws' } }, /runs a program/],
    ['auth-provider', { 'auth-provider': { name: 'gcp' } }, /plugin/],
    ['tokenFile', { tokenFile: '/tmp/t' }, /file of another machine/],
    ['client-certificate', { 'client-certificate': '/c' }, /--flatten --raw/],
    ['client-key', { 'client-key': '/k' }, /--flatten --raw/],
    ['as', { token, as: 'admin' }, /impersonation/],
    ['as-groups', { token, 'as-groups': ['x'] }, /impersonation/],
    ['password', { username: 'u', password: token }, /no longer accepts/],
    ['a masked token', { token: 'REDACTED' }, /masked/],
    [
      'a masked certificate',
      {
        'client-certificate-data': 'DATA+OMITTED',
        'client-key-data': 'DATA+OMITTED',
      },
      /masked/,
    ],
    ['half a pair', { 'client-key-data': base64('x') }, /only one of/],
  ])('K21: %s is refused, with what to do instead', (_name, user, words) => {
    const text = kubeconfig({ user });
    expect(listContexts(text).contexts[0]).toMatchObject({
      auth: 'refused',
      refused: expect.stringMatching(words),
    });
    expect(() => takeContext(text, { skipTLSVerify: false })).toThrow(words);
    expect(JSON.stringify(listContexts(text))).not.toContain('canary');
  });

  it.each([
    ['proxy-url', { 'proxy-url': 'http://p:1' }, /address policy/],
    ['tls-server-name', { 'tls-server-name': 'x' }, /another name/],
    ['certificate-authority', { 'certificate-authority': '/ca' }, /file of/],
    ['no address', { server: '' }, /no cluster with an address/],
    ['a password in it', { server: 'https://a:canary@h' }, /no cluster with/],
  ])('K21: %s of a cluster is refused', (_name, cluster, words) => {
    const text = kubeconfig({ cluster });
    expect(() => takeContext(text, { skipTLSVerify: false })).toThrow(words);
    expect(JSON.stringify(listContexts(text))).not.toContain('canary');
  });

  it('K21: insecure-skip-tls-verify only for who wants it too', () => {
    const text = kubeconfig({ cluster: { 'insecure-skip-tls-verify': true } });
    expect(listContexts(text).contexts[0].skipTLSVerify).toBe(true);
    expect(() => takeContext(text, { skipTLSVerify: false })).toThrow(
      /only for a lab/,
    );
    expect(takeContext(text, { skipTLSVerify: true }).secret).toBeDefined();
  });

  it.each([
    ['no YAML', '{{{', /cannot be read \(line 1\)/],
    ['a Pod', 'kind: Pod\nmetadata: {name: canary}\n', /not a kubeconfig/],
    ['a bare text', `${token}\n`, /not a kubeconfig/],
    ['too much', `contexts: [${'a,'.repeat(25_000)}a]`, /cannot be read/],
  ])('refuses %s, and repeats nothing of it', (_name, text, words) => {
    let said = '';
    try {
      listContexts(text);
    } catch (error) {
      said = String(error);
    }
    expect(said).toMatch(words);
    expect(said).not.toContain('canary');
  });

  it('asks which of several contexts is meant, and knows each by its name', () => {
    const text = kubeconfig().replace('current-context: lab', 'x: lab');
    const two = `${text}`.replace(
      'contexts:',
      'contexts:\n  - name: other\n    context: {cluster: gone, user: u}',
    );
    expect(() => takeContext(two, { skipTLSVerify: false })).toThrow(
      /say which/,
    );
    expect(() =>
      takeContext(two, { context: 'other', skipTLSVerify: false }),
    ).toThrow(/names no cluster/);
    expect(() =>
      takeContext(two, { context: 'none', skipTLSVerify: false }),
    ).toThrow(/no context of that name/);
    expect(
      takeContext(two, { context: 'lab', skipTLSVerify: false }).server,
    ).toBe('https://k8s.example.com:6443');
  });
});
