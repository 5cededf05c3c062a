import { bySeverity, Diagnostic } from '@cnoc/hedgehog';

/** The gravest diagnostics, in a stable order, with a last one that counts those beyond the limit. */
export function listDiagnostics(
  diagnostics: readonly Diagnostic[],
  limit: number,
  total = diagnostics.length,
): Diagnostic[] {
  const listed = [...diagnostics]
    .sort((a, b) => bySeverity(a.severity, b.severity))
    .slice(0, limit);
  if (total > listed.length) {
    listed.push({
      rule: 'desired.more',
      severity: 'info',
      message: `${total - listed.length} more are not listed.`,
    });
  }
  return listed;
}
