import { formatDuration, parseDuration } from './duration';
import { Form, normalForm } from './Form';
import {
  broadcastOf,
  formatIPv4,
  holds,
  networkOf,
  parseIPv4,
  parsePrefix,
} from './ipv4';

describe('normal forms', () => {
  it.each<[Form, string, string | undefined]>([
    ['ip', '10.0.0.1', '10.0.0.1'],
    ['ip', '10.0.0.256', undefined],
    ['ip', '010.0.0.1', undefined],
    ['ip', '10.0.0', undefined],
    ['ip', '10.0.0.0.1', undefined],
    ['ip', '10..0.1', undefined],
    ['ip', '10.0.0.1 ', undefined],
    ['ip', '', undefined],
    ['ip', '2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['ip', '2001:db8::0:1', '2001:db8::1'],
    ['ip', '1:0:0:2:0:0:0:3', '1:0:0:2::3'],
    ['ip', '1:0:2:3:4:5:6:7', '1:0:2:3:4:5:6:7'],
    ['ip', '::', '::'],
    ['ip', '1::', '1::'],
    ['ip', '1::2::3', undefined],
    ['ip', '1:2:3:4:5:6:7', undefined],
    ['ip', '1:2:3:4:5:6:7:8:9', undefined],
    ['ip', '12345::', undefined],
    ['ip', ':1:2:3:4:5:6:7', undefined],
    ['prefix', '10.0.1.77/24', '10.0.1.0/24'],
    ['prefix', '255.255.255.255/1', '128.0.0.0/1'],
    ['prefix', '10.0.0.0/0', '0.0.0.0/0'],
    ['prefix', '10.0.0.1/32', '10.0.0.1/32'],
    ['prefix', '10.0.0.0/33', undefined],
    ['prefix', '10.0.0.0/08', undefined],
    ['prefix', '10.0.0.0', undefined],
    ['prefix', '2001:DB8::ffff/33', '2001:db8::/33'],
    ['prefix', '2001:db8:ffff::/33', '2001:db8:8000::/33'],
    ['prefix', '::/129', undefined],
    ['address', '10.0.1.77/24', '10.0.1.77/24'],
    ['address', '10.0.1.77', undefined],
    ['host', '10.0.1.77', '10.0.1.77'],
    ['host', '10.0.1.77/24', '10.0.1.77/24'],
    ['mac', '0C:20:12:FF:00:00', '0c:20:12:ff:00:00'],
    ['mac', '0C-20-12-FF-00-00', '0c:20:12:ff:00:00'],
    ['mac', '0c20.12ff.0000', '0c:20:12:ff:00:00'],
    ['mac', '0c:20:12-ff:00:00', undefined],
    ['mac', '0c:20:12:ff:00', undefined],
    ['duration', '120s', '2m0s'],
    ['duration', 'soon', undefined],
    ['name', 'a-b.c', 'a-b.c'],
    ['name', 'A', undefined],
    ['port', 'leaf-01/E1/1', 'leaf-01/E1/1'],
    ['port', 'leaf-01', undefined],
    ['port', '/E1', undefined],
    ['port', 'leaf-01/', undefined],
    ['vpcSubnet', 'vpc-1', 'vpc-1'],
    ['vpcSubnet', 'vpc-1/a', 'vpc-1/a'],
    ['vpcSubnet', 'vpc-1/a/b', undefined],
    ['vpcSubnet', '/a', undefined],
    ['community', '65535:0', '65535:0'],
    ['community', '65536:0', undefined],
    ['community', '1', undefined],
  ])('%s %j → %j', (form, text, expected) => {
    expect(normalForm(form, text)).toBe(expected);
    // A normal form is its own normal form.
    expect(normalForm(form, expected ?? text)).toBe(expected);
  });
});

describe('durations', () => {
  it.each([
    ['0', '0s'],
    ['0s', '0s'],
    ['120s', '2m0s'],
    ['2m', '2m0s'],
    ['1h', '1h0m0s'],
    ['60m', '1h0m0s'],
    ['1.5s', '1.5s'],
    ['1500ms', '1.5s'],
    ['90m30s', '1h30m30s'],
    ['1ms', '1ms'],
    ['1.25ms', '1.25ms'],
    ['1us', '1µs'],
    ['1500ns', '1.5µs'],
    ['7ns', '7ns'],
    ['-90s', '-1m30s'],
    ['+1s', '1s'],
    ['.5s', undefined],
    ['1', undefined],
    ['', undefined],
    ['1x', undefined],
    ['1s ', undefined],
  ])('%j is printed as Go prints it: %j', (text, expected) => {
    const parsed = parseDuration(text);
    expect(parsed === undefined ? undefined : formatDuration(parsed)).toBe(
      expected,
    );
  });
});

describe('IPv4 prefixes', () => {
  it('know their first and last address', () => {
    const prefix = parsePrefix('10.0.1.77/23')!;
    expect([networkOf(prefix), broadcastOf(prefix)].map(formatIPv4)).toEqual([
      '10.0.0.0',
      '10.0.1.255',
    ]);
    expect(holds(prefix, parseIPv4('10.0.1.255')!)).toBe(true);
    expect(holds(prefix, parseIPv4('10.0.2.0')!)).toBe(false);
    expect(formatIPv4(broadcastOf(parsePrefix('200.0.0.0/0')!))).toBe(
      '255.255.255.255',
    );
  });
});
