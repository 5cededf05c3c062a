import { Container, Header, useBreakpoint } from '@backstage/ui';
import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { Name } from '../../components/Name/Name';
import { OwnerLink } from '../../components/OwnerLink/OwnerLink';
import { SafeLink } from '../../components/SafeLink/SafeLink';
import {
  fabricTabs,
  useCnocLinks,
  type FabricTab,
} from '../../hooks/useCnocLinks';
import { FabricActions } from './FabricActions';
import styles from './FabricHeader.module.css';

const labels: Record<FabricTab, string> = {
  overview: 'Overview',
  resources: 'Resources',
  drift: 'Drift',
  deployments: 'Deployments',
  activity: 'Activity',
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
  const narrow = useBreakpoint().down('sm');
  const actions = <FabricActions fabric={fabric} onChanged={onChanged} />;
  return (
    <div className={styles.header}>
      <Header
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
                <SafeLink href={repository.url}>
                  <Name>{repository.name}</Name>
                </SafeLink>
                <Name mono>{`@${repository.branch}:${repository.path}`}</Name>
              </span>
            ),
          },
          {
            label: 'Cluster',
            value: <Name>{`${cluster.name} / ${cluster.namespace}`}</Name>,
          },
        ]}
        // Beside the title they would leave it no room on a phone.
        customActions={narrow ? undefined : actions}
        tabs={fabricTabs.map(id => ({
          id,
          label: labels[id],
          href: links.fabric(fabric.name, id),
        }))}
        activeTabId={tab}
      />
      {narrow && <Container className={styles.actions}>{actions}</Container>}
    </div>
  );
};
