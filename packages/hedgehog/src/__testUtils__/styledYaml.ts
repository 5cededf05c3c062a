import { isMap } from '../model/json';
import { printFlow, printScalar } from '../edit/printValue';
import { Seeded } from './Seeded';

/** The ways in which people write the same document: quotes, braces, comments, blank lines, indentation. */
export function styledYaml(
  object: object,
  random: Seeded,
  options: { newline?: string } = {},
): string {
  const step = random.pick([2, 2, 4]);
  const listStep = random.pick([0, step]);
  const isCommented = random.chance(70);
  let comments = 0;
  const beside = () =>
    isCommented && random.chance(30) ? ` # beside ${(comments += 1)}` : '';
  const above = (margin: string): string[] => [
    ...(isCommented && random.chance(15) ? [''] : []),
    ...(isCommented && random.chance(25)
      ? [`${margin}# above ${(comments += 1)}`]
      : []),
  ];
  const scalar = (value: unknown) =>
    printScalar(
      value,
      typeof value === 'string'
        ? random.pick(['plain', 'plain', 'single', 'double'])
        : 'plain',
    );
  const isInline = (value: unknown) =>
    typeof value !== 'object' ||
    value === null ||
    Object.keys(value).length === 0 ||
    random.chance(15);
  const inline = (value: unknown) =>
    typeof value === 'object' && value !== null
      ? printFlow(value)
      : scalar(value);
  const block = (value: object, indent: number): string[] => {
    const margin = ' '.repeat(indent);
    if (Array.isArray(value)) {
      return value.flatMap(item => {
        if (isInline(item)) {
          return [...above(margin), `${margin}- ${inline(item)}${beside()}`];
        }
        const [first, ...rest] = block(item, indent + 2).filter(
          (line, index) => index > 0 || /^\s*[^#\s]/.test(line),
        );
        return /^\s*[^#\s]/.test(first ?? '')
          ? [...above(margin), `${margin}- ${first.trimStart()}`, ...rest]
          : [...above(margin), `${margin}-`, first, ...rest];
      });
    }
    return Object.entries(value).flatMap(([key, item]) =>
      isInline(item)
        ? [
            ...above(margin),
            `${margin}${printScalar(key)}: ${inline(item)}${beside()}`,
          ]
        : [
            ...above(margin),
            `${margin}${printScalar(key)}:${beside()}`,
            ...block(
              item as object,
              indent + (Array.isArray(item) ? listStep : step),
            ),
          ],
    );
  };
  const newline = options.newline ?? '\n';
  return block(object, 0).join(newline) + newline;
}

/** Another value of the same sort: fields and items that change, go and come. */
export function mutated(
  value: unknown,
  random: Seeded,
  fresh: () => unknown,
): unknown {
  if (Array.isArray(value)) {
    const items = value
      .filter(() => !random.chance(15))
      .map(item => (random.chance(30) ? mutated(item, random, fresh) : item));
    if (random.chance(30)) {
      items.splice(random.below(items.length + 1), 0, fresh());
    }
    return items;
  }
  if (isMap(value)) {
    const entries = Object.entries(value)
      .filter(() => !random.chance(10))
      .map(([key, item]): [string, unknown] => [
        key,
        random.chance(35) ? mutated(item, random, fresh) : item,
      ]);
    if (random.chance(30)) entries.push([`added${random.below(10)}`, fresh()]);
    return Object.fromEntries(entries);
  }
  return fresh();
}
