import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { Name } from '../../components/Name/Name';
import { OwnerLink } from '../../components/OwnerLink/OwnerLink';
import { PageHeader } from '../../components/PageHeader/PageHeader';
import { InlineLink } from '../../components/InlineLink/InlineLink';
import {
  fabricTabs,
  useCnocLinks,
  type FabricTab,
} from '../../hooks/useCnocLinks';
import { FabricActions } from './FabricActions';

const labels: Record<FabricTab, string> = {
  overview: 'Overview',
  resources: 'Resources',
  drift: 'Drift',
  switches: 'Switches',
  deployments: 'Deployments',
  git: 'Git',
  activity: 'Activity',
  settings: 'Settings',
};

/** @internal */
export const FabricHeader = (props: {
  fabric: Fabric;
  tab: FabricTab;
  onChanged: () => void;
}) => {
  const { fabric, tab, onChanged } = props;
  const { repository, cluster } = fabric;
  const links = useCnocLinks();
  return (
    <PageHeader
      title={fabric.name}
      tags={[fabric.title, fabric.environment].flatMap(label =>
        label ? [{ label }] : [],
      )}
      metadata={[
        ...(fabric.owner
          ? [{ label: 'Owner', value: <OwnerLink owner={fabric.owner} /> }]
          : []),
        {
          label: 'Repository',
          value: (
            <span>
              <InlineLink href={links.repository(repository.name)}>
                <Name>{repository.name}</Name>
              </InlineLink>
              <Name mono>{`@${repository.branch}:${repository.path}`}</Name>
            </span>
          ),
        },
        {
          label: 'Cluster',
          value: (
            <span>
              <InlineLink href={links.cluster(cluster.name)}>
                <Name>{cluster.name}</Name>
              </InlineLink>
              {' / '}
              <Name>{cluster.namespace}</Name>
            </span>
          ),
        },
      ]}
      actions={<FabricActions fabric={fabric} onChanged={onChanged} />}
      tabs={fabricTabs.map(id => ({
        id,
        label: labels[id],
        href: links.fabric(fabric.name, id),
      }))}
      activeTabId={tab}
    />
  );
};
