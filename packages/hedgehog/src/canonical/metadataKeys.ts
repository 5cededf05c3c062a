import { Kind } from '../kinds/Kind';
import { byText, isMap } from '../model/json';

/** Written by kubectl, GitOps tools and CNOC's predecessor about an object, not by people about a network. */
const toolKeys = [
  'kubectl.kubernetes.io/',
  'argocd.argoproj.io/',
  'kustomize.toolkit.fluxcd.io/',
  'helm.toolkit.fluxcd.io/',
  'hnp.githedgehog.com/',
];
/** Argo CD's default tracking label. */
const toolLabels = new Set(['app.kubernetes.io/instance']);

/** Labels or annotations that people write and that survive a write to the cluster, sorted by key. */
export function ownKeys(
  values: unknown,
  kind: Kind | undefined,
  part: 'labels' | 'annotations',
): Record<string, string> | undefined {
  if (!isMap(values)) return undefined;
  const keys = Object.keys(values)
    .filter(
      key =>
        values[key] !== null &&
        values[key] !== undefined &&
        !isNotOwnKey(key, kind, part),
    )
    .sort(byText);
  if (keys.length === 0) return undefined;
  return Object.fromEntries(keys.map(key => [key, values[key] as string]));
}

/** Whether a label or annotation is written anew by the fabric, or left by a tool. */
export function isNotOwnKey(
  key: string,
  kind: Kind | undefined,
  part: 'labels' | 'annotations',
): boolean {
  return (
    toolKeys.some(prefix => key.startsWith(prefix)) ||
    (part === 'labels' && toolLabels.has(key)) ||
    (kind?.recomputed[part] ?? []).some(piece => key.includes(piece))
  );
}
