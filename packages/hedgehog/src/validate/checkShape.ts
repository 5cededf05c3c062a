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
import { Form, formNames, normalForm } from '../schema/Form';
import { closestOf } from './closestOf';

/** What is checked: the value as written, or (for required fields) the value after defaulting. */
export type ShapeCheck = 'asWritten' | 'required';

/** Holds a value against the shape of its field. `null` is absence. */
export function checkShape(
  value: unknown,
  field: Field,
  path: PathSegments,
  check: ShapeCheck,
  problems: Problem[] = [],
): Problem[] {
  if (value === undefined || value === null) return problems;
  const say = (rule: string, message: string, hint?: string) => {
    if (check === 'asWritten')
      problems.push({ rule, message, path, ...(hint ? { hint } : {}) });
  };
  switch (field.type) {
    case 'text':
      checkText(value, field, say);
      break;
    case 'integer':
      checkInteger(value, field, say);
      break;
    case 'flag':
      if (typeof value !== 'boolean')
        say('field.type', `${last(path)} must be true or false.`);
      break;
    case 'list':
      if (!Array.isArray(value))
        say('field.type', `${last(path)} must be a list.`);
      else {
        checkCount(value.length, field, 'entries', say);
        value.forEach((item, index) =>
          checkShape(item, field.items, [...path, index], check, problems),
        );
      }
      break;
    case 'map':
      if (!isMap(value)) say('field.type', `${last(path)} must be a map.`);
      else {
        checkCount(Object.keys(value).length, field, 'keys', say);
        if (check === 'asWritten' && field.keyForm)
          checkKeys(Object.keys(value), field.keyForm, path, problems);
        for (const key of Object.keys(value)) {
          checkShape(value[key], field.values, [...path, key], check, problems);
        }
      }
      break;
    default:
      if (!isMap(value)) say('field.type', `${last(path)} must be a map.`);
      else checkGroup(value, field.fields, path, check, problems);
  }
  return problems;

  function checkText(
    given: unknown,
    { form, values }: TextField,
    report: typeof say,
  ) {
    if (typeof given !== 'string')
      report(
        'field.type',
        `${last(path)} must be a text.`,
        'Put it in quotes.',
      );
    else if (values && !values.includes(given)) {
      report(
        'field.value',
        `${last(path)} is ${shown(given)}; it must be one of ${values
          .filter(item => item !== '')
          .join(', ')}.`,
        hintFor(given, values),
      );
    } else if (form && given !== '' && normalForm(form, given) === undefined) {
      report(
        'field.format',
        `${last(path)} is ${shown(given)}; it must be ${formNames[form]}.`,
      );
    }
  }
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

function checkGroup(
  value: Record<string, unknown>,
  fields: Readonly<Record<string, Field>>,
  path: PathSegments,
  check: ShapeCheck,
  problems: Problem[],
) {
  for (const key of Object.keys(value)) {
    if (Object.hasOwn(fields, key))
      checkShape(value[key], fields[key], [...path, key], check, problems);
    else if (check === 'asWritten') {
      problems.push({
        rule: 'field.unknown',
        message: `The field ${shown(key)} is not known here.`,
        path: [...path, key],
        ...hinted(hintFor(key, Object.keys(fields))),
      });
    }
  }
  if (check !== 'required') return;
  for (const key of Object.keys(fields)) {
    if (fields[key].required && isAbsent(value[key])) {
      problems.push({
        rule: 'field.required',
        message: `The field ${key} is required.`,
        path: [...path, key],
      });
    }
  }
}

function isAbsent(value: unknown): boolean {
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

function last(path: PathSegments): string {
  const segment = path[path.length - 1];
  return typeof segment === 'number' ? `Entry ${segment + 1}` : String(segment);
}
