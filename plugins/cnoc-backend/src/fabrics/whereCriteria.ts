import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { FabricFilter } from '@cnoc/backstage-plugin-cnoc-node';
import type { Knex } from 'knex';

const COLUMNS: Record<FabricFilter['property'], string> = {
  name: 'name',
  owner: 'owner',
  environment: 'environment',
};

/** A permission decision's conditions as SQL on the table `fabrics`. */
export function whereCriteria(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<FabricFilter> | undefined,
): Knex.QueryBuilder {
  if (!criteria) return query;
  if ('allOf' in criteria) {
    return query.andWhere(inner => {
      for (const one of criteria.allOf) whereCriteria(inner, one);
    });
  }
  if ('anyOf' in criteria) {
    return query.andWhere(inner => {
      for (const one of criteria.anyOf) {
        inner.orWhere(branch => {
          whereCriteria(branch, one);
        });
      }
    });
  }
  if ('not' in criteria) {
    // A row without the property does not have one of the values: SQL's null would hide it
    return query.andWhere(inner => {
      inner.whereNotIn('name', names => {
        names.select('name').from('fabrics');
        whereCriteria(names, criteria.not);
      });
    });
  }
  return query.whereIn(COLUMNS[criteria.property], criteria.values);
}
