import type { FindingApi } from '@cnoc/backstage-plugin-cnoc-common';
import { answered } from './answered';
import {
  fabricFindings,
  findings,
  findingTotals,
  ignoreRules,
} from './findings';

const findFinding = (id: string) => {
  const finding = findings.find(f => f.id === id);
  if (!finding) throw answered(404, `No finding ${id}`);
  return { ...finding, history: [] };
};

/** The findings and rules of the fakes, without history; nothing that is written is kept. */
export const findingApi: FindingApi = {
  listFindings: async (_fabric, query = {}) => {
    const items = findings.filter(
      f => !query.status || f.status === query.status,
    );
    return { items, totalItems: items.length };
  },
  listAllFindings: async (query = {}) => {
    const items = fabricFindings.filter(
      f =>
        (!query.status || f.status === query.status) &&
        (!query.fabric || f.fabric === query.fabric) &&
        (!query.severity || f.severity === query.severity) &&
        (!query.text || f.name.includes(query.text)),
    );
    return { items, totalItems: items.length };
  },
  getFindingTotals: async () => findingTotals,
  getFinding: async (_fabric, id) => findFinding(id),
  changeFinding: async (_fabric, id, { status }) => ({
    ...findFinding(id),
    status,
  }),
  changeFindings: async (_fabric, { ids }) => ({ changed: ids.length }),
  listIgnoreRules: async () => ({ items: ignoreRules }),
  createIgnoreRule: async (_fabric, rule) => ({ ...ignoreRules[0], ...rule }),
  deleteIgnoreRule: async () => {},
  getResourceHistory: async () => ({ items: [] }),
  async *streamFabricEvents() {
    // Nothing happens until a test says so.
  },
};
