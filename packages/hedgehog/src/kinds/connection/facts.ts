import { JsonMap } from '../../model/json';
import { Fact } from '../Kind';
import { linkEndsOf, typesOf } from './links';

export function connectionFacts(spec: JsonMap): Fact[] {
  return [
    { label: 'Type', value: typesOf(spec).join(', ') },
    {
      label: 'Ports',
      value: linkEndsOf(spec)
        .map(end => end.port)
        .join(', '),
    },
  ];
}
