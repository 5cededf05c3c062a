import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { InlineLink } from '../InlineLink/InlineLink';
import { Name } from '../Name/Name';

/**
 * The owner of a fabric, leading to their page in the catalog where there is one.
 *
 * @internal
 */
export const OwnerLink = ({ owner }: { owner: string }) => {
  const entityRoute = useRouteRef(entityRouteRef);
  const ref = readRef(owner);
  if (!ref || !entityRoute) return <Name>{ref?.name ?? owner}</Name>;
  return (
    <InlineLink href={entityRoute(ref)}>
      <Name>{ref.name}</Name>
    </InlineLink>
  );
};

function readRef(owner: string) {
  try {
    const ref = parseEntityRef(owner, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    });
    return {
      kind: ref.kind.toLocaleLowerCase('en-US'),
      namespace: ref.namespace.toLocaleLowerCase('en-US'),
      name: ref.name,
    };
  } catch {
    return undefined;
  }
}
