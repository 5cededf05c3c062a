import { byText, textOf } from '../model/json';
import { parseIPv4, parsePrefix } from '../schema/ipv4';
import { FabricView, tableOf } from './FabricView';
import { Subject } from './ValidationRule';

/** Fields of switches and gateways that hold an address of their own. */
export const addressFields: Record<string, readonly string[]> = {
  Switch: ['ip', 'protocolIP', 'vtepIP'],
  Gateway: ['protocolIP', 'vtepIP'],
};

export function addressOf(value: unknown): number | undefined {
  const text = textOf(value);
  if (!text) return undefined;
  return text.includes('/') ? parsePrefix(text)?.address : parseIPv4(text);
}

interface Holder {
  device: string;
  field: string;
}

const labelOf = (holder: Holder) => `${holder.device} ${holder.field}`;

const holders = tableOf(fabric => {
  const first = new Map<number, Holder>();
  for (const kind of Object.keys(addressFields)) {
    for (const { name, spec } of fabric.all(kind)) {
      for (const field of addressFields[kind]) {
        const address = addressOf(spec[field]);
        if (address === undefined) continue;
        const own = { device: `${kind} ${name}`, field };
        const other = first.get(address);
        if (!other || byText(labelOf(own), labelOf(other)) < 0)
          first.set(address, own);
      }
    }
  }
  return first;
});

/** The switch or gateway that has the address in this field already, and comes first by name. */
export function earlierHolderOf(
  fabric: FabricView,
  { kind, name, spec }: Subject,
  field: string,
): Holder | undefined {
  const address = addressOf(spec[field]);
  const holder =
    address === undefined ? undefined : holders(fabric).get(address);
  return holder &&
    labelOf(holder) !== labelOf({ device: `${kind} ${name}`, field })
    ? holder
    : undefined;
}
