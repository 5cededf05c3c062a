import { parseEntityRef } from '@backstage/catalog-model';
import type {
  Fabric,
  FabricInput,
  FabricPatch,
  FabricScope,
} from '@cnoc/backstage-plugin-cnoc-common';

/** @internal */
export type Orphans = NonNullable<FabricScope['orphans']>;

/**
 * What stands in the form of a fabric.
 *
 * @internal
 */
export type FabricDraft = {
  name: string;
  title: string;
  description: string;
  environment: string;
  /** Entity reference; empty = nobody */
  owner: string;
  repository: string;
  /** Directory in it; empty = all of it */
  path: string;
  cluster: string;
  /** Empty = the cluster's */
  namespace: string;
  orphans: Orphans;
  /** Only with `listed` */
  kinds: string[];
  /** One a line: `key=value` */
  labels: string;
};

/** @internal */
export type FabricProblems = Partial<Record<keyof FabricDraft, string>>;

const NAME = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const MAX_KINDS = 20;
const MAX_LABELS = 10;
const MAX_LABEL_VALUE = 63;

/** @internal */
export function fabricDraftOf(fabric?: Fabric): FabricDraft {
  const { orphans = 'managed', kinds = [], labels = {} } = fabric?.scope ?? {};
  return {
    name: fabric?.name ?? '',
    title: fabric?.title ?? '',
    description: fabric?.description ?? '',
    environment: fabric?.environment ?? '',
    owner: fabric?.owner ?? '',
    repository: fabric?.repository.name ?? '',
    path: fabric?.repository.path ?? '',
    cluster: fabric?.cluster.name ?? '',
    namespace: fabric?.cluster.namespace ?? '',
    orphans,
    kinds: [...kinds],
    labels: Object.entries(labels)
      .map(([key, value]) => `${key}=${value}`)
      .join('\n'),
  };
}

/**
 * What stands in the way of saving, by field.
 *
 * @internal
 */
export function checkFabricDraft(draft: FabricDraft): FabricProblems {
  const problems: FabricProblems = {};
  if (!NAME.test(draft.name)) {
    problems.name =
      'Lower-case letters, digits and dashes; a letter or digit at both ends; at most 63.';
  }
  if (draft.owner.trim() !== '' && !isEntityRef(draft.owner.trim())) {
    problems.owner = 'An entity reference, for example group:default/network.';
  }
  if (!draft.repository) problems.repository = 'Choose one.';
  if (!draft.cluster) problems.cluster = 'Choose one.';
  if (draft.path.split('/').includes('..')) {
    problems.path = 'A directory inside the repository, without “..”.';
  }
  if (draft.namespace !== '' && !NAME.test(draft.namespace)) {
    problems.namespace = 'Lower-case letters, digits and dashes; at most 63.';
  }
  if (draft.orphans === 'listed') {
    if (draft.kinds.length === 0) problems.kinds = 'Choose at least one kind.';
    if (draft.kinds.length > MAX_KINDS) {
      problems.kinds = `At most ${MAX_KINDS} kinds.`;
    }
  }
  const labels = problemOfLabels(draft.labels);
  if (labels && draft.orphans !== 'none') problems.labels = labels;
  return problems;
}

function isEntityRef(text: string): boolean {
  try {
    parseEntityRef(text, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    });
    return true;
  } catch {
    return false;
  }
}

function problemOfLabels(text: string): string | undefined {
  const lines = linesOf(text);
  if (lines.length > MAX_LABELS) return `At most ${MAX_LABELS} labels.`;
  for (const line of lines) {
    const [key, value, ...rest] = line.split('=');
    if (!key || value === undefined || rest.length > 0) {
      return `“${line}” is not key=value.`;
    }
    if (value.length > MAX_LABEL_VALUE) {
      return `The value of ${key} is longer than ${MAX_LABEL_VALUE}.`;
    }
  }
  return undefined;
}

/**
 * The whole draft, for a new fabric.
 *
 * @internal
 */
export function fabricInputOf(draft: FabricDraft): FabricInput {
  const scope = scopeOf(draft);
  const optional = {
    title: draft.title.trim(),
    description: draft.description.trim(),
    environment: draft.environment.trim(),
    owner: draft.owner.trim(),
    path: draft.path.trim(),
    namespace: draft.namespace,
  };
  return {
    name: draft.name,
    repository: draft.repository,
    cluster: draft.cluster,
    ...Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== ''),
    ),
    ...((scope.orphans !== 'managed' || scope.labels) && { scope }),
  };
}

/**
 * Only what differs from the fabric; undefined when nothing does.
 *
 * @internal
 */
export function fabricPatchOf(
  draft: FabricDraft,
  fabric: Fabric,
): FabricPatch | undefined {
  const before = fabricDraftOf(fabric);
  const patch: FabricPatch = {};
  for (const field of [
    'title',
    'description',
    'environment',
    'owner',
    'repository',
    'path',
    'cluster',
    'namespace',
  ] as const) {
    const value = draft[field].trim();
    if (value !== before[field]) patch[field] = value;
  }
  const scope = scopeOf(draft);
  if (JSON.stringify(scope) !== JSON.stringify(scopeOf(before))) {
    patch.scope = scope;
  }
  return Object.keys(patch).length > 0 ? patch : undefined;
}

function scopeOf(draft: FabricDraft): FabricScope {
  const { orphans } = draft;
  const labels = Object.fromEntries(
    linesOf(draft.labels).map(line => {
      const [key, value = ''] = line.split('=');
      return [key, value];
    }),
  );
  return {
    orphans,
    ...(orphans === 'listed' && { kinds: [...draft.kinds].sort() }),
    ...(orphans !== 'none' && Object.keys(labels).length > 0 && { labels }),
  };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
}
