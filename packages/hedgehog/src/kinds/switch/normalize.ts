import { JsonMap, mapOf, textOf } from '../../model/json';
import { ensureMap, isHollow, setDefault, sortTexts } from '../normalizers';

/** Switch webhook, fabric v0.129. */
export function normalizeSwitch(spec: JsonMap): void {
  if (isHollow(spec.vlanNamespaces)) spec.vlanNamespaces = ['default'];
  sortTexts(spec, 'vlanNamespaces');
  const redundancy = ensureMap(spec, 'redundancy');
  const own = textOf(redundancy?.group);
  if (own) {
    const groups = Array.isArray(spec.groups) ? spec.groups : [];
    if (!groups.includes(own)) spec.groups = [...groups, own];
  }
  sortTexts(spec, 'groups');
  ensureMap(spec, 'boot');
  ensureMap(spec, 'ecmp');
  cutSpeedPrefix(mapOf(spec.portSpeeds));
  cutSpeedPrefix(mapOf(spec.portGroupSpeeds));
  const flap = mapOf(spec.linkFlapErrDisable);
  if (flap) {
    setDefault(flap, 'flapThreshold', 3);
    setDefault(flap, 'samplingInterval', 30);
    // Here 0 is a choice: never try the port again.
    flap.recoveryInterval ??= 300;
  }
}

function cutSpeedPrefix(speeds: JsonMap | undefined): void {
  if (!speeds) return;
  for (const key of Object.keys(speeds)) {
    const speed = speeds[key];
    if (typeof speed === 'string') speeds[key] = speed.replace(/^SPEED_/, '');
  }
}
