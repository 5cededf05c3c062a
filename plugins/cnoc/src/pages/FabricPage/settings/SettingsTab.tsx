import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { FabricSettingsPanel } from './FabricSettingsPanel';
import { IgnoreRulesPanel } from './IgnoreRulesPanel';
import { SelfTestPanel } from './SelfTestPanel';

/**
 * What is this fabric to CNOC, and what is left out of its comparison?
 *
 * @internal
 */
export const SettingsTab = ({ fabric }: { fabric: Fabric }) => (
  <>
    <FabricSettingsPanel fabric={fabric} />
    <IgnoreRulesPanel fabric={fabric.name} />
    <SelfTestPanel fabric={fabric} />
  </>
);
