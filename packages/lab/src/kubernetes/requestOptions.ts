import { badRequest, invalid } from './StatusError';

/** `dryRun`, `fieldManager` and `force` of a write, checked as kube-apiserver checks them. */
export function writeOptionsOf(
  query: URLSearchParams,
  userAgent: string | undefined,
  verb: 'create' | 'update' | 'patch',
  strategy: 'apply' | 'other',
): { manager: string; dryRun: boolean; force: boolean; strict: boolean } {
  const options = `${verb[0].toUpperCase()}${verb.slice(1)}Options`;
  const manager = query.get('fieldManager');
  if (strategy === 'apply' && !manager) {
    throw invalid(options, 'meta.k8s.io', '', [
      {
        reason: 'FieldValueRequired',
        message: 'Required value: is required for apply patch',
        field: 'fieldManager',
      },
    ]);
  }
  if (manager && manager.length > 128) {
    throw invalid(options, 'meta.k8s.io', '', [
      {
        reason: 'FieldValueTooLong',
        message: 'Too long: may not be more than 128 bytes',
        field: 'fieldManager',
      },
    ]);
  }
  const force = query.get('force') === 'true';
  if (force && strategy !== 'apply') {
    throw invalid(options, 'meta.k8s.io', '', [
      {
        reason: 'FieldValueForbidden',
        message: 'Forbidden: may not be specified for non-apply patch',
        field: 'force',
      },
    ]);
  }
  return {
    manager: manager ?? (userAgent ?? '').split('/')[0] ?? 'unknown',
    dryRun: dryRunOf(query.getAll('dryRun'), options),
    force,
    strict: fieldValidationOf(query, options) === 'Strict',
  };
}

export function dryRunOf(values: readonly string[], options: string): boolean {
  const unknown = values.find(value => value !== 'All');
  if (unknown !== undefined) {
    throw invalid(options, 'meta.k8s.io', '', [
      {
        reason: 'FieldValueNotSupported',
        message: `Unsupported value: ${JSON.stringify([
          unknown,
        ])}: supported values: "All"`,
        field: 'dryRun',
      },
    ]);
  }
  return values.length > 0;
}

function fieldValidationOf(query: URLSearchParams, options: string): string {
  const value = query.get('fieldValidation') ?? '';
  const known = ['', 'Ignore', 'Strict', 'Warn'];
  if (!known.includes(value)) {
    throw invalid(options, 'meta.k8s.io', '', [
      {
        reason: 'FieldValueNotSupported',
        message: `Unsupported value: ${JSON.stringify(
          value,
        )}: supported values: ${known.map(each => `"${each}"`).join(', ')}`,
        field: 'fieldValidation',
      },
    ]);
  }
  return value;
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
