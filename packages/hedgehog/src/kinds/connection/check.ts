import { JsonMap } from '../../model/json';
import { Problem } from '../Kind';
import { linkEndsOf, typesOf } from './links';
import { connectionTypes } from './shape';

export function checkConnection(spec: JsonMap): Problem[] {
  const types = typesOf(spec);
  const problems: Problem[] = [];
  if (types.length !== 1) {
    problems.push({
      rule: 'connection.type',
      message:
        types.length === 0
          ? 'The connection has no type.'
          : `The connection has ${types.length} types: ${types.join(', ')}.`,
      path: ['spec'],
      hint: `Set exactly one of ${connectionTypes
        .filter(type => !type.startsWith('mclag'))
        .join(', ')}.`,
    });
  }
  for (const type of types.filter(name => name.startsWith('mclag'))) {
    problems.push({
      rule: 'connection.mclag',
      severity: 'warning',
      message:
        'MCLAG was removed from Hedgehog in 26.03: the connection is accepted and ignored.',
      path: ['spec', type],
      hint: 'Use eslag.',
    });
  }
  const seen = new Map<string, string>();
  for (const end of linkEndsOf(spec)) {
    if (seen.has(end.port)) {
      problems.push({
        rule: 'connection.port',
        message: `The port ${end.port} is used twice in the connection.`,
        path: end.path,
      });
    }
    seen.set(end.port, end.side);
  }
  return problems;
}
