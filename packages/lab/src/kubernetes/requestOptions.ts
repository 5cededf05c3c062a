import { badRequest, invalid } from './StatusError';

/** `dryRun`, `fieldManager` and `force` of a write, checked as kube-apiserver checks them. */
export function writeOptionsOf(
  query: URLSearchParams,
  userAgent: string | undefined,
  strategy: 'apply' | 'other',
): { manager: string; dryRun: boolean; force: boolean; strict: boolean } {
  const manager = query.get('fieldManager');
  if (strategy === 'apply' && !manager) {
    throw invalid('PatchOptions', 'meta.k8s.io', '', [
      {
        reason: 'FieldValueRequired',
        message: 'Required value: is required for apply patch',
        field: 'fieldManager',
      },
    ]);
  }
  if (manager && manager.length > 128) {
    throw invalid('PatchOptions', 'meta.k8s.io', '', [
      {
        reason: 'FieldValueTooLong',
        message: 'Too long: may not be more than 128 bytes',
        field: 'fieldManager',
      },
    ]);
  }
  const force = query.get('force') === 'true';
  if (force && strategy !== 'apply') {
    throw invalid('PatchOptions', 'meta.k8s.io', '', [
      {
        reason: 'FieldValueForbidden',
        message: 'Forbidden: may not be specified for non-apply patch',
        field: 'force',
      },
    ]);
  }
  return {
    manager: manager ?? (userAgent ?? '').split('/')[0] ?? 'unknown',
    dryRun: dryRunOf(query.getAll('dryRun')),
    force,
    strict: query.get('fieldValidation') === 'Strict',
  };
}

export function dryRunOf(values: readonly string[]): boolean {
  const unknown = values.find(value => value !== 'All');
  if (unknown !== undefined) {
    throw badRequest(
      `dryRun: Unsupported value: ${JSON.stringify(
        unknown,
      )}: supported values: "All"`,
    );
  }
  return values.length > 0;
}

export function countOf(
  query: URLSearchParams,
  name: string,
): number | undefined {
  const text = query.get(name);
  if (!text) {
    return undefined;
  }
  if (!/^\d{1,9}$/.test(text)) {
    throw badRequest(
      `unable to convert ${name} ${JSON.stringify(text)} to a number`,
    );
  }
  return Number(text);
}
