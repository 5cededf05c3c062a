import { useApi } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { RiNodeTree } from '@remixicon/react';
import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { useServerState } from '../../hooks/useServerState';
import { describeStatus, type StatusFact } from '../../model/describeStatus';
import { EmptyState } from '../EmptyState/EmptyState';
import { Name } from '../Name/Name';
import { Panel } from '../Panel/Panel';
import { RowList } from '../RowList/RowList';
import { StatusFactValue } from '../StatusFacts/StatusFactValue';

/** Most fabrics that are asked for; those beyond are shown by name alone. */
const MAX_FABRICS = 500;

/**
 * The fabrics that use a repository or a cluster, with their place in it and the fact that it decides.
 *
 * @internal
 */
export const FabricsUsing = (props: {
  title: string;
  names: readonly string[];
  /** How a fabric comes to use it */
  hint: string;
  place: (fabric: Fabric) => string;
  fact: StatusFact['id'];
}) => {
  const { title, names, hint, place } = props;
  const api = useApi(cnocApiRef);
  const links = useCnocLinks();
  const { data } = useServerState(
    'fabrics',
    signal => api.listFabrics({ limit: MAX_FABRICS }, { signal }),
    { fabric: '*' },
  );
  return (
    <Panel title={title} note={names.length} flush>
      {names.length === 0 ? (
        <EmptyState
          icon={<RiNodeTree size={28} aria-hidden />}
          title="No fabric uses it"
        >
          {hint} Only fabrics that you may see are listed.
        </EmptyState>
      ) : (
        <RowList label="Fabrics">
          {names.map(name => {
            const fabric = data?.items.find(item => item.name === name);
            const fact =
              fabric &&
              describeStatus(fabric.status).find(one => one.id === props.fact);
            return (
              <li key={name}>
                <Link href={links.fabric(name)} standalone weight="bold">
                  <Name>{name}</Name>
                </Link>{' '}
                {fabric && <Name mono>{place(fabric)}</Name>}
                {fact && (
                  <div>
                    <StatusFactValue fact={fact} />
                  </div>
                )}
              </li>
            );
          })}
        </RowList>
      )}
    </Panel>
  );
};
