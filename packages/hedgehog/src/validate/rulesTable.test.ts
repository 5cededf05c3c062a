import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { rulesTable, severityRules, validationRules } from '..';

const page = resolve(__dirname, '../../../../docs/reference/rules.md');

describe('the page of rules', () => {
  it('equals docs/reference/rules.md (if not: run this test with UPDATE_DOCS=1)', () => {
    const table = rulesTable();
    if (process.env.UPDATE_DOCS) {
      mkdirSync(dirname(page), { recursive: true });
      writeFileSync(page, table);
    }
    expect(existsSync(page) ? readFileSync(page, 'utf8') : '').toBe(table);
  });

  it('has a row for every rule', () => {
    const table = rulesTable();
    for (const { id } of [...validationRules, ...severityRules])
      expect(table).toContain(`| \`${id}\` |`);
  });
});
