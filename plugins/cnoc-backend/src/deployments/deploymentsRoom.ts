import { ConflictError } from '@backstage/errors';
import { roomOfTables, type FabricRoom } from '../fabrics/FabricRoom';

/** What this room knows of a fabric. */
export const deploymentsRoom: FabricRoom = {
  // The steps of a deployment go with it
  ...roomOfTables({ others: ['deployments', 'plans'] }),
  assertIdle: async (tx, fabric) => {
    const running = await tx('deployments')
      .where({ unfinished: fabric })
      .first('id');
    if (running) {
      throw new ConflictError(
        `A deployment of fabric '${fabric}' is queued or running; wait for its end`,
      );
    }
  },
  // What was planned for one cluster must not be done to another
  leavePlace: async (tx, fabric) => {
    await tx('plans')
      .where({ fabric })
      .whereIn('status', ['ready', 'blocked', 'empty'])
      .update({ status: 'void' });
    // Only configuration moves a fabric in spite of a deployment
    await tx('deployments').where({ unfinished: fabric }).update({
      status: 'failed',
      message: 'The fabric moved to another place in git or cluster',
      finished_at: new Date().toISOString(),
      unfinished: null,
    });
  },
};
