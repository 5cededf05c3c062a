import { JsonMap, mapOf } from '../../model/json';
import { Problem } from '../Kind';
import { isHollow, isUnset } from '../normalizers';

export function checkExternalAttachment(spec: JsonMap): Problem[] {
  const problems: Problem[] = [];
  const fixed = mapOf(spec.static);
  if (fixed) {
    for (const side of ['switch', 'neighbor']) {
      if (!isHollow(spec[side])) {
        problems.push({
          rule: 'externalAttachment.static',
          message: `A static attachment must not have ${side}.`,
          path: ['spec', side],
        });
      }
    }
    if (isUnset(fixed.ip) === isUnset(fixed.proxy)) {
      problems.push({
        rule: 'externalAttachment.static',
        message: 'A static attachment has exactly one of ip and proxy.',
        path: ['spec', 'static'],
      });
    }
    return problems;
  }
  for (const [side, field] of [
    ['switch', 'ip'],
    ['neighbor', 'asn'],
    ['neighbor', 'ip'],
  ]) {
    if (isUnset(mapOf(spec[side])?.[field])) {
      problems.push({
        rule: 'field.required',
        message: `The field ${side}.${field} is required for a BGP attachment.`,
        path: ['spec', side, field],
      });
    }
  }
  return problems;
}
