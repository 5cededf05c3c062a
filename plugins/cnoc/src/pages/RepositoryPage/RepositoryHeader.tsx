import type { RepositoryDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { Name } from '../../components/Name/Name';
import { PageHeader } from '../../components/PageHeader/PageHeader';
import { SafeLink } from '../../components/SafeLink/SafeLink';
import { providerLabels } from '../../model/providers';
import { RepositoryActions } from './RepositoryActions';

/** @internal */
export const RepositoryHeader = (props: {
  repository: RepositoryDetail;
  testing: boolean;
  onTest: () => void;
  onChanged: () => void;
}) => {
  const { repository } = props;
  return (
    <PageHeader
      title={repository.name}
      tags={[
        ...(repository.title ? [{ label: repository.title }] : []),
        { label: providerLabels[repository.provider] },
        ...(repository.origin === 'config'
          ? [{ label: 'from configuration' }]
          : []),
      ]}
      metadata={[
        {
          label: 'Address',
          value: (
            <SafeLink href={repository.webUrl}>
              <Name mono>{repository.url}</Name>
            </SafeLink>
          ),
        },
        { label: 'Branch', value: <Name mono>{repository.branch}</Name> },
      ]}
      actions={<RepositoryActions {...props} />}
    />
  );
};
