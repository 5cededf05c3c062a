import type { FindingApi } from '@cnoc/backstage-plugin-cnoc-common';
import { answered } from './answered';
import { openFindings } from './findings';

const absent = async (): Promise<never> => {
  throw answered(404);
};

/** The findings of the fakes, without decisions, rules or history; tests replace what they need. */
export const findingApi: FindingApi = {
  listFindings: async () => ({
    items: openFindings,
    totalItems: openFindings.length,
  }),
  listAllFindings: async () => ({ items: [] }),
  getFindingTotals: async () => ({
    bySeverity: { critical: 0, warning: 0, info: 0 },
    byStatus: { open: 0, acknowledged: 0, suppressed: 0 },
    byAge: [],
    byFabric: [],
  }),
  getFinding: absent,
  changeFinding: absent,
  changeFindings: async (_fabric, { ids }) => ({ changed: ids.length }),
  listIgnoreRules: async () => ({ items: [] }),
  createIgnoreRule: absent,
  deleteIgnoreRule: async () => {},
  getResourceHistory: async () => ({ items: [] }),
  async *streamFabricEvents() {
    // Nothing happens until a test says so.
  },
};
