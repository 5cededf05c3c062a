import type { Knex } from 'knex';
import type { CreatedPosition } from './PlanStore';

/** Newest first, after a position. */
export function olderThan(
  query: Knex.QueryBuilder,
  after: CreatedPosition | undefined,
): Knex.QueryBuilder {
  query.orderBy([
    { column: 'created_at', order: 'desc' },
    { column: 'id', order: 'desc' },
  ]);
  if (!after) return query;
  return query.where(older =>
    older
      .where('created_at', '<', after.createdAt)
      .orWhere(same =>
        same.where('created_at', after.createdAt).where('id', '<', after.id),
      ),
  );
}
