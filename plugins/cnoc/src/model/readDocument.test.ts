import { readDocument } from './readDocument';

const vpc = (more = '') => `apiVersion: vpc.githedgehog.com/v1beta1
kind: VPC
metadata:
  name: vpc-1
spec:
  subnets:
    default:
      subnet: 10.0.1.0/24
      gateway: 10.0.1.1
      vlan: 1001
${more}`;

describe('readDocument', () => {
  it('reads a sound resource without a remark that stops it', () => {
    const { object, diagnostics } = readDocument(vpc(), {
      kind: 'VPC',
      name: 'vpc-1',
    });
    expect(object?.metadata.name).toBe('vpc-1');
    expect(diagnostics.filter(d => d.severity === 'critical')).toEqual([]);
  });

  it('says at which line a value is wrong', () => {
    const { diagnostics } = readDocument(vpc('      vlan2: 7\n'), {
      kind: 'VPC',
    });
    expect(diagnostics[0]).toMatchObject({
      severity: 'critical',
      path: 'spec.subnets.default.vlan2',
      line: 11,
    });
  });

  it.each([
    ['another kind', vpc(), { kind: 'Switch' }, 'about a VPC'],
    ['another name', vpc(), { kind: 'VPC', name: 'vpc-2' }, 'about vpc-1'],
    [
      'two resources',
      `${vpc()}---\n${vpc()}`,
      { kind: 'VPC' },
      'more than one resource',
    ],
    ['no resource', '# nothing\n', { kind: 'VPC' }, 'no resource'],
    ['text that is no YAML', 'a: [', { kind: 'VPC' }, ''],
  ])('refuses %s', (_, text, expected, message) => {
    const { diagnostics } = readDocument(text, expected);
    expect(
      diagnostics.some(
        d => d.severity === 'critical' && d.message.includes(message),
      ),
    ).toBe(true);
  });
});
