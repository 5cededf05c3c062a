import { JsonMap, textOf } from '../../model/json';
import { Reference } from '../Kind';
import { referTo } from '../referTo';

export function vpcAttachmentReferences(spec: JsonMap): Reference[] {
  return [
    ...referTo('VPC', textOf(spec.subnet)?.split('/')[0], ['spec', 'subnet']),
    ...referTo('Connection', spec.connection, ['spec', 'connection']),
  ];
}
