import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import type { FabricTab } from '../../hooks/useCnocLinks';
import { ActivityTab } from './activity/ActivityTab';
import { DeploymentsTab } from './deployments/DeploymentsTab';
import { DriftTab } from './drift/DriftTab';
import { GitTab } from './git/GitTab';
import { SwitchesTab } from './health/SwitchesTab';
import { OverviewTab } from './overview/OverviewTab';
import { ResourcesTab } from './resources/ResourcesTab';
import { SettingsTab } from './settings/SettingsTab';

/** @internal */
export const TabContent = (props: { tab: FabricTab; fabric: Fabric }) => {
  const { tab, fabric } = props;
  switch (tab) {
    case 'resources':
      return <ResourcesTab fabric={fabric} />;
    case 'drift':
      return <DriftTab fabric={fabric} />;
    case 'switches':
      return <SwitchesTab fabric={fabric} />;
    case 'deployments':
      return <DeploymentsTab fabric={fabric} />;
    case 'git':
      return <GitTab fabric={fabric} />;
    case 'activity':
      return <ActivityTab fabric={fabric} />;
    case 'settings':
      return <SettingsTab fabric={fabric} />;
    default:
      return <OverviewTab fabric={fabric} />;
  }
};
