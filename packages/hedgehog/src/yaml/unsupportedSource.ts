/**
 * Sources that only look like Kubernetes objects and need a program to become some (case Y14): what a file of this name
 * is, or `undefined`.
 */
export function unsupportedFile(file: string): string | undefined {
  const base = file.slice(file.lastIndexOf('/') + 1).toLowerCase();
  if (/^kustomization(?:\.ya?ml)?$/.test(base)) return 'a kustomization';
  if (/^chart\.ya?ml$/.test(base)) return 'a Helm chart';
  if (/\.(?:jsonnet|libsonnet)$/.test(base)) return 'Jsonnet';
  return undefined;
}

/** Asked when a text cannot be read as YAML, or a value still holds a template. */
export function templateLanguage(text: string): string | undefined {
  if (
    /\{\{-?\s*(?:[.$"(]|\/\*|(?:if|else|end|range|with|include|template|define|block|toYaml|tpl|printf|default|required|quote)\b)/.test(
      text,
    )
  ) {
    return 'a Helm template';
  }
  if (
    /^\s*local\s+\w+\s*(?:=|\()|\bimport(?:str)?\s+['"]|\bstd\.\w+\(/m.test(
      text,
    )
  ) {
    return 'Jsonnet';
  }
  return undefined;
}

/** True for documents that other tools own: kustomize's own kinds and Helm's chart description. */
export function toolOf(document: Record<string, unknown>): string | undefined {
  const { apiVersion, kind } = document;
  if (
    typeof apiVersion === 'string' &&
    apiVersion.startsWith('kustomize.config.k8s.io/')
  )
    return 'a kustomization';
  if (kind === 'Kustomization' && apiVersion === undefined)
    return 'a kustomization';
  return undefined;
}
