import { Form } from './Form';

interface Documented {
  /** One sentence for people who meet the field in a form or a page. */
  doc: string;
  /** Must be there once defaulting is done. */
  required?: boolean;
}

export interface TextField extends Documented {
  type: 'text';
  form?: Form;
  values?: readonly string[];
}

export interface NumberField extends Documented {
  type: 'integer';
  min?: number;
  max?: number;
  /** 0 says something else than "not set". */
  zeroCounts?: boolean;
}

export interface FlagField extends Documented {
  type: 'flag';
  /** `false` says something else than "not set". */
  falseCounts?: boolean;
}

export interface ListField extends Documented {
  type: 'list';
  items: Field;
  /** Order carries no meaning: Hedgehog sorts it on write. */
  isSet?: boolean;
  min?: number;
  max?: number;
}

export interface MapField extends Documented {
  type: 'map';
  values: Field;
  keyForm?: Form;
  min?: number;
  max?: number;
}

export interface GroupField extends Documented {
  type: 'group';
  fields: Readonly<Record<string, Field>>;
  /** `{}` says something else than "not set". */
  emptyCounts?: boolean;
}

/**
 * One field of a kind's `spec`. A tree of these is the single description of a kind's shape: checks, canonical form,
 * schema and documentation are derived from it.
 */
export type Field =
  | TextField
  | NumberField
  | FlagField
  | ListField
  | MapField
  | GroupField;

type Options<F extends Documented> = Partial<Omit<F, 'type' | 'doc'>>;

export const text = <const O extends Options<TextField>>(
  doc: string,
  options?: O,
) => ({ type: 'text' as const, doc, ...(options as O) });

export const integer = (doc: string, options?: Options<NumberField>) => ({
  type: 'integer' as const,
  doc,
  ...options,
});

export const flag = (doc: string, options?: Options<FlagField>) => ({
  type: 'flag' as const,
  doc,
  ...options,
});

export const list = <const F extends Field>(
  doc: string,
  items: F,
  options?: Options<Omit<ListField, 'items'>>,
) => ({ type: 'list' as const, doc, items, ...options });

/** A list whose order Hedgehog does not keep. */
export const set = <const F extends Field>(
  doc: string,
  items: F,
  options?: Options<Omit<ListField, 'items'>>,
) => ({ ...list(doc, items, options), isSet: true });

export const map = <const F extends Field>(
  doc: string,
  values: F,
  options?: Options<Omit<MapField, 'values'>>,
) => ({ type: 'map' as const, doc, values, ...options });

export const group = <const F extends Readonly<Record<string, Field>>>(
  doc: string,
  fields: F,
  options?: Options<Omit<GroupField, 'fields'>>,
) => ({ type: 'group' as const, doc, fields, ...options });

/** The TypeScript type of data that has this shape. Every part may be absent, as in any YAML. */
export type Infer<F> = F extends { type: 'text' }
  ? F extends { values: readonly (infer V)[] }
    ? V
    : string
  : F extends { type: 'integer' }
  ? number
  : F extends { type: 'flag' }
  ? boolean
  : F extends { type: 'list'; items: infer I }
  ? Infer<I>[]
  : F extends { type: 'map'; values: infer V }
  ? Record<string, Infer<V> | null>
  : F extends { type: 'group'; fields: infer G }
  ? { -readonly [K in keyof G]?: Infer<G[K]> }
  : never;
