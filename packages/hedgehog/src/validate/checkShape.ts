import { Problem } from '../kinds/Kind';
import { isMap } from '../model/json';
import { PathSegments } from '../model/path';
import { shown } from '../model/shown';
import {
  Field,
  ListField,
  MapField,
  NumberField,
  TextField,
} from '../schema/Field';
import { Form, formNames, hasForm, normalForm } from '../schema/Form';
import { closestOf } from './closestOf';

/**
 * Holds values against the shape of their fields. `null` is absence. One path is kept while walking and copied only
 * into problems, as nearly every object has none.
 */
export class ShapeCheck {
  readonly problems: Problem[] = [];
  readonly #path: (string | number)[];

  constructor(path: PathSegments) {
    this.#path = [...path];
  }

  /** The value as someone wrote it: types, values, forms, counts, unknown fields. */
  written(value: unknown, field: Field): void {
    if (value === undefined || value === null) return;
    switch (field.type) {
      case 'text':
        this.#text(value, field);
        break;
      case 'integer':
        checkInteger(value, field, this.#say);
        break;
      case 'flag':
        if (typeof value !== 'boolean')
          this.#say('field.type', `${this.#last()} must be true or false.`);
        break;
      case 'list':
        this.#list(value, field);
        break;
      case 'map':
        this.#map(value, field);
        break;
      default:
        if (!isMap(value))
          this.#say('field.type', `${this.#last()} must be a map.`);
        else this.#group(value, field.fields);
    }
  }

  /** The value after defaulting: required fields. */
  required(value: unknown, field: Field): void {
    if (field.type === 'list') {
      if (!Array.isArray(value)) return;
      for (let index = 0; index < value.length; index += 1)
        this.#requiredAt(index, value[index], field.items);
    } else if (field.type === 'map') {
      if (!isMap(value)) return;
      for (const key of Object.keys(value))
        this.#requiredAt(key, value[key], field.values);
    } else if (field.type === 'group') {
      if (!isMap(value)) return;
      for (const key of keysOf(field.fields)) {
        const own = Object.hasOwn(value, key) ? value[key] : undefined;
        if (field.fields[key].required && isAbsent(own))
          this.problems.push({
            rule: 'field.required',
            message: `The field ${key} is required.`,
            path: [...this.#path, key],
          });
        else if (typeof own === 'object' && own !== null)
          this.#requiredAt(key, own, field.fields[key]);
      }
    }
  }

  #requiredAt(key: string | number, value: unknown, field: Field) {
    this.#path.push(key);
    this.required(value, field);
    this.#path.pop();
  }

  #writtenAt(key: string | number, value: unknown, field: Field) {
    this.#path.push(key);
    this.written(value, field);
    this.#path.pop();
  }

  readonly #say = (rule: string, message: string, hint?: string) => {
    this.problems.push({
      rule,
      message,
      path: [...this.#path],
      ...hinted(hint),
    });
  };

  #last(): string {
    const segment = this.#path[this.#path.length - 1];
    return typeof segment === 'number' ? `Entry ${segment + 1}` : segment;
  }

  #list(value: unknown, field: ListField) {
    if (!Array.isArray(value)) {
      this.#say('field.type', `${this.#last()} must be a list.`);
      return;
    }
    checkCount(value.length, field, 'entries', this.#say);
    for (let index = 0; index < value.length; index += 1)
      this.#writtenAt(index, value[index], field.items);
  }

  #map(value: unknown, field: MapField) {
    if (!isMap(value)) {
      this.#say('field.type', `${this.#last()} must be a map.`);
      return;
    }
    const keys = Object.keys(value);
    checkCount(keys.length, field, 'keys', this.#say);
    if (field.keyForm)
      checkKeys(keys, field.keyForm, this.#path, this.problems);
    for (const key of keys) this.#writtenAt(key, value[key], field.values);
  }

  #group(
    value: Record<string, unknown>,
    fields: Readonly<Record<string, Field>>,
  ) {
    for (const key of Object.keys(value)) {
      if (Object.hasOwn(fields, key))
        this.#writtenAt(key, value[key], fields[key]);
      else
        this.problems.push({
          rule: 'field.unknown',
          message: `The field ${shown(key)} is not known here.`,
          path: [...this.#path, key],
          ...hinted(hintFor(key, Object.keys(fields))),
        });
    }
  }

  #text(given: unknown, { form, values }: TextField) {
    if (typeof given !== 'string')
      this.#say(
        'field.type',
        `${this.#last()} must be a text.`,
        'Put it in quotes.',
      );
    else if (values && !values.includes(given))
      this.#say(
        'field.value',
        `${this.#last()} is ${shown(given)}; it must be one of ${values
          .filter(item => item !== '')
          .join(', ')}.`,
        hintFor(given, values),
      );
    else if (form && given !== '' && !hasForm(form, given))
      this.#say(
        'field.format',
        `${this.#last()} is ${shown(given)}; it must be ${formNames[form]}.`,
      );
  }
}

const namesOf = new WeakMap<object, readonly string[]>();

function keysOf(fields: object): readonly string[] {
  let known = namesOf.get(fields);
  if (!known) {
    known = Object.keys(fields);
    namesOf.set(fields, known);
  }
  return known;
}

function checkKeys(
  keys: string[],
  form: Form,
  path: PathSegments,
  problems: Problem[],
) {
  const seen = new Map<string, string>();
  for (const key of keys) {
    const normal = normalForm(form, key);
    const other = normal && seen.get(normal);
    if (!normal) {
      problems.push({
        rule: 'field.format',
        message: `The key ${shown(key)} must be ${formNames[form]}.`,
        path: [...path, key],
      });
    } else if (other) {
      problems.push({
        rule: 'field.duplicateKey',
        message: `The keys ${other} and ${key} mean the same.`,
        path: [...path, key],
      });
    } else {
      seen.set(normal, key);
    }
  }
}

function checkInteger(
  value: unknown,
  { min, max }: NumberField,
  say: (rule: string, message: string, hint?: string) => void,
) {
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    say(
      'field.type',
      `The value must be a whole number.`,
      typeof value === 'string' ? 'Take the quotes away.' : undefined,
    );
  } else if (
    value !== 0 &&
    ((min !== undefined && value < min) || (max !== undefined && value > max))
  ) {
    say('field.range', `The value ${value} must be ${range(min, max)}.`);
  }
}

function range(min: number | undefined, max: number | undefined): string {
  if (min === undefined) return `at most ${max}`;
  return max === undefined ? `at least ${min}` : `between ${min} and ${max}`;
}

function checkCount(
  count: number,
  { min, max }: ListField | MapField,
  what: string,
  say: (rule: string, message: string) => void,
) {
  if (
    (min !== undefined && count < min && count > 0) ||
    (max !== undefined && count > max)
  ) {
    say(
      'field.count',
      `There are ${count} ${what}; there must be ${range(min, max)}.`,
    );
  }
}

/** True for what says nothing where a value is required. */
export function isAbsent(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isMap(value) && Object.keys(value).length === 0;
}

function hintFor(
  text: string,
  candidates: readonly string[],
): string | undefined {
  const closest = closestOf(
    text,
    candidates.filter(candidate => candidate !== ''),
  );
  return closest && `Did you mean ${closest}?`;
}

function hinted(hint: string | undefined): { hint?: string } {
  return hint ? { hint } : {};
}
