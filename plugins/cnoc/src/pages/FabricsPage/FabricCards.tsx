import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { CardList } from '../../components/CardList/CardList';
import { OwnerLink } from '../../components/OwnerLink/OwnerLink';
import { StatusFacts } from '../../components/StatusFacts/StatusFacts';
import { FabricName } from './FabricName';

/**
 * The table's twin for a narrow screen.
 *
 * @internal
 */
export const FabricCards = ({ fabrics }: { fabrics: Fabric[] }) => (
  <CardList
    label="Fabrics"
    items={fabrics}
    head={fabric => (
      <>
        <FabricName fabric={fabric} />
        {fabric.owner && <OwnerLink owner={fabric.owner} />}
      </>
    )}
  >
    {fabric => <StatusFacts status={fabric.status} />}
  </CardList>
);
