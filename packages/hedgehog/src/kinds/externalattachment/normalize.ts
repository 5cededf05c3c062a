import { JsonMap } from '../../model/json';

/** ExternalAttachment webhook: a Go round trip writes the two structs even for static attachments. */
export function normalizeExternalAttachment(spec: JsonMap): void {
  spec.switch ??= {};
  spec.neighbor ??= {};
}
