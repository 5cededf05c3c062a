import { formDataOf, withFormData } from './formData';

const vpc = {
  apiVersion: 'vpc.githedgehog.com/v1beta1',
  kind: 'VPC',
  metadata: { name: 'vpc-1', labels: { team: 'network' } },
  spec: { subnets: { default: { vlan: 1001 } }, permit: [] },
};

describe('withFormData', () => {
  it('gives back the object that nobody edited', () => {
    expect(withFormData(vpc, formDataOf(vpc))).toEqual(vpc);
  });

  it('leaves out the empty places that only the form needed', () => {
    const data = {
      ...formDataOf(vpc),
      spec: {
        ...vpc.spec,
        mode: '',
        staticRoutes: [],
        subnets: { default: { vlan: 1001, dhcp: { range: {} } } },
      },
      annotations: {},
    };
    expect(withFormData(vpc, data)).toEqual(vpc);
  });

  it('keeps what was emptied, an added item and an added key', () => {
    const data = {
      labels: {},
      spec: {
        permit: [[]],
        subnets: {
          default: { vlan: 1001 },
          storage: { subnet: '10.0.2.0/24' },
        },
      },
    };
    expect(withFormData(vpc, data)).toMatchObject({
      metadata: { name: 'vpc-1', labels: {} },
      spec: { permit: [[]], subnets: { storage: { subnet: '10.0.2.0/24' } } },
    });
  });
});
