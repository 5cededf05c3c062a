import { FabricView } from '../kinds/FabricView';
import { byText, textOf } from '../model/json';
import { Diagnostic } from '../model/Diagnostic';

/** What could not be checked with what is at hand: one diagnostic for each sort of gap, of the fabric as a whole. */
export function unchecked(
  fabric: FabricView,
  missing: ReadonlyMap<string, number>,
): Diagnostic[] {
  const gaps: Diagnostic[] = [...missing]
    .sort(([a], [b]) => byText(a, b))
    .map(([kind, count]) => ({
      rule: 'reference.unchecked',
      severity: 'info',
      message: `References to ${kind} objects were not checked (${count}): no ${kind} is here.`,
      hint: `They are checked where the ${kind} objects are known, too.`,
    }));
  const profiles = new Set<string>();
  for (const { name, spec } of fabric.all('Switch')) {
    const profile = textOf(spec.profile);
    if (profile && !fabric.profileOf(name)) profiles.add(profile);
  }
  if (profiles.size > 0)
    gaps.push({
      rule: 'switchProfile.unchecked',
      severity: 'info',
      message: `Ports, speeds, breakouts and features of switches were not checked against their models: ${shorten(
        [...profiles].sort(byText),
      )} ${profiles.size === 1 ? 'is' : 'are'} not here.`,
      hint: 'Hedgehog installs switch profiles in the cluster; with them at hand they are checked.',
    });
  if (fabric.all('GatewayPeering').length > 0)
    gaps.push({
      rule: 'gatewayPeering.unchecked',
      severity: 'info',
      message:
        'Gateway peerings are checked by the gateway itself, too, when they are applied; that check cannot be done here.',
    });
  return gaps;
}

function shorten(names: string[]): string {
  return names.length <= 5
    ? names.join(', ')
    : `${names.slice(0, 5).join(', ')} and ${names.length - 5} more`;
}
