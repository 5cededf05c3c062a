import { severityRules } from '../compare/severityRules';
import { SeverityRule } from '../kinds/Kind';
import { ValidationRule } from '../kinds/ValidationRule';
import { impactRules } from '../meaning/impactRules';
import { byText } from '../model/json';
import { readingRules } from './readingRules';
import { validationRules } from './validationRules';

/** The page of all rules, as Markdown. */
export function rulesTable(): string {
  const lines = [
    '# Rules',
    '',
    'Every rule by which CNOC judges resources. This page is made from the code; do not edit it by hand.',
    '',
    '## Validation',
    '',
    'What is wrong with the resources of a fabric, before anything is deployed. `critical` means that Hedgehog refuses it',
    '(or should). Rules marked * rest on what the installer of the fabric decided: while that is not known, upstream’s',
    'defaults are assumed, and the finding is only a `warning`. The column “test” names the test that shows what the rule',
    'accepts and what it refuses.',
    '',
    '| rule | says | kinds | severity | since | test |',
    '|---|---|---|---|---|---|',
    ...[...validationRules].sort((a, b) => byText(a.id, b.id)).map(rowOf),
    '',
    '## Reading',
    '',
    'What is wrong with a file, before anything is known of what is in it. Findings of `warning` are read all the same.',
    '',
    '| rule | says | severity | test |',
    '|---|---|---|---|',
    ...readingRules.map(({ id, sentence, severity }) =>
      row(`\`${id}\``, sentence, severity, `rules of reading › ${id}`),
    ),
    '',
    '## Comparison',
    '',
    'How grave a difference between git and the cluster is. The first rule that applies counts.',
    '',
    '| rule | says | kinds | severity | applies to |',
    '|---|---|---|---|---|',
    ...severityRules.map(severityRowOf),
    '',
    '## Effects',
    '',
    'How grave it is what a difference does, where the whole fabric is known. An effect on servers counts more than the',
    'rule of the field that differs.',
    '',
    '| rule | says | severity, at most | test |',
    '|---|---|---|---|',
    ...impactRules.map(({ id, sentence, severity }) =>
      row(`\`${id}\``, sentence, severity, 'driftsOf'),
    ),
    '',
  ];
  return lines.join('\n');
}

function rowOf({
  id,
  sentence,
  kinds,
  severity,
  isAssumed,
  since,
}: ValidationRule): string {
  return row(
    `\`${id}\``,
    sentence,
    kinds.join(', ') || 'all',
    isAssumed ? `${severity} *` : severity,
    since ?? '',
    `rules › ${id}`,
  );
}

function severityRowOf({
  id,
  sentence,
  kinds,
  severity,
  on,
  path,
}: SeverityRule): string {
  const places = {
    field: path ? `\`${path}\`` : 'any field',
    missing: 'missing in the cluster',
    orphan: 'not in git',
  };
  return row(
    `\`${id}\``,
    sentence,
    kinds.join(', ') || 'all',
    severity,
    places[on],
  );
}

function row(...cells: string[]): string {
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
