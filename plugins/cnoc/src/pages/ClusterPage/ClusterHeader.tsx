import type { ClusterDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { Name } from '../../components/Name/Name';
import { PageHeader } from '../../components/PageHeader/PageHeader';
import { ClusterActions } from './ClusterActions';

/** @internal */
export const ClusterHeader = (props: {
  cluster: ClusterDetail;
  testing: boolean;
  onTest: () => void;
  onChanged: () => void;
}) => {
  const { cluster } = props;
  return (
    <PageHeader
      title={cluster.name}
      tags={[
        ...(cluster.title ? [{ label: cluster.title }] : []),
        ...(cluster.lab ? [{ label: 'lab' }] : []),
        ...(cluster.origin === 'config'
          ? [{ label: 'from configuration' }]
          : []),
      ]}
      metadata={[
        ...(cluster.server
          ? [{ label: 'Address', value: <Name mono>{cluster.server}</Name> }]
          : []),
        { label: 'Namespace', value: <Name mono>{cluster.namespace}</Name> },
      ]}
      actions={<ClusterActions {...props} />}
    />
  );
};
