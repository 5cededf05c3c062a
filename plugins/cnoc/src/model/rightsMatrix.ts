import type { ConnectionTest } from '@cnoc/backstage-plugin-cnoc-common';
import { joinWords } from '../text/joinWords';
import { plural } from '../text/plural';

type Right = ConnectionTest['rights'][number];

/** @internal */
export type RightsRow = {
  /** Plural name and group, for example `vpcs.vpc.githedgehog.com` */
  resource: string;
  /** One a verb, in the order of the matrix; absent = CNOC does not use it */
  cells: (Right | undefined)[];
};

/** @internal */
export type RightsMatrix = {
  verbs: string[];
  rows: RightsRow[];
  /** What does not work, in sentences */
  losses: string[];
};

/** The order in which people name them; others stand behind. */
const known = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'];
/** Most resources that a sentence names. */
const MAX_NAMED = 6;

const means: Record<Right['needed'], string> = {
  read: 'cannot be read, so that their state stays unknown',
  deploy: 'cannot be deployed',
};

/**
 * Rights as a table of resources by verbs, and what is lost by those that are missing.
 *
 * @internal
 */
export function rightsMatrix(rights: readonly Right[]): RightsMatrix {
  const verbs = [...new Set(rights.map(({ verb }) => verb))].sort(
    (a, b) => rank(a) - rank(b) || a.localeCompare(b),
  );
  const resources = [...new Set(rights.map(nameOf))].sort();
  const rows = resources.map(resource => ({
    resource,
    cells: verbs.map(verb =>
      rights.find(r => nameOf(r) === resource && r.verb === verb),
    ),
  }));
  return { verbs, rows, losses: lossesOf(rights) };
}

function lossesOf(rights: readonly Right[]): string[] {
  const losses = (['read', 'deploy'] as const).flatMap(needed => {
    const denied = rights.filter(
      r => r.needed === needed && r.allowed === false,
    );
    if (denied.length === 0) return [];
    const resources = [...new Set(denied.map(({ resource }) => resource))];
    const verbs = [...new Set(denied.map(({ verb }) => verb))];
    const named = resources.slice(0, MAX_NAMED);
    const rest = resources.length - named.length;
    return [
      `Without ${joinWords(verbs)}: ${joinWords([
        ...named,
        ...(rest > 0 ? [`${rest} more`] : []),
      ])} ${means[needed]}.`,
    ];
  });
  const unasked = rights.filter(({ allowed }) => allowed === null).length;
  if (unasked === 0) return losses;
  return [
    ...losses,
    `${plural(
      unasked,
      'right',
    )} could not be asked for: nobody knows whether CNOC holds ${
      unasked === 1 ? 'it' : 'them'
    }.`,
  ];
}

function nameOf({ group, resource }: Right): string {
  return group ? `${resource}.${group}` : resource;
}

function rank(verb: string): number {
  const index = known.indexOf(verb);
  return index < 0 ? known.length : index;
}
