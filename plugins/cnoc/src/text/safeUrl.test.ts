import { safeUrl } from './safeUrl';

describe('safeUrl', () => {
  it.each(['https://git.example.com/a?b=c#d', 'http://git.example.com/'])(
    'keeps %s',
    url => expect(safeUrl(url)).toBe(url),
  );

  it.each([
    // eslint-disable-next-line no-script-url -- the attack that the test is about
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example.com',
    '/relative',
    'https://user:secret@git.example.com/',
    'git@git.example.com:network/fabrics.git',
    '',
    undefined,
  ])('U1: drops %s', url => expect(safeUrl(url)).toBeUndefined());
});
