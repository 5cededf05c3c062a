import { isMap } from '../model/json';
import {
  Field,
  GroupField,
  ListField,
  MapField,
  TextField,
} from '../schema/Field';
import { Form, hasForm, normalForm } from '../schema/Form';
import { isAbsent } from './checkShape';

type Check = (value: unknown) => boolean;

const written = new WeakMap<Field, Check>();
const complete = new WeakMap<Field, Check | null>();

/**
 * Whether `ShapeCheck.written` has nothing to say about a value. Nearly every value is sound, so this is asked first: it
 * keeps no path and no problems, and what a field asks for is worked out once. (As closures: a browser's content policy
 * forbids generated code.)
 */
export function isSound(value: unknown, field: Field): boolean {
  let check = written.get(field);
  if (!check) {
    check = writtenCheck(field);
    written.set(field, check);
  }
  return check(value);
}

/** Whether `ShapeCheck.required` has nothing to say about a value. */
export function isComplete(value: unknown, field: Field): boolean {
  let check = complete.get(field);
  if (check === undefined) {
    check = completeCheck(field) ?? null;
    complete.set(field, check);
  }
  return check === null || check(value);
}

function writtenCheck(field: Field): Check {
  switch (field.type) {
    case 'text':
      return textCheck(field);
    case 'integer': {
      const { min = -Infinity, max = Infinity } = field;
      return value =>
        typeof value === 'number'
          ? Number.isInteger(value) &&
            ((value >= min && value <= max) || value === 0)
          : isAbsence(value);
    }
    case 'flag':
      return value => typeof value === 'boolean' || isAbsence(value);
    case 'list': {
      const check = writtenCheck(field.items);
      return value =>
        Array.isArray(value)
          ? isCount(value.length, field) && value.every(check)
          : isAbsence(value);
    }
    case 'map':
      return mapCheck(field);
    default:
      return groupCheck(field);
  }
}

function isAbsence(value: unknown): boolean {
  return value === undefined || value === null;
}

function textCheck({ form, values }: TextField): Check {
  if (!form && !values)
    return value => typeof value === 'string' || isAbsence(value);
  return value =>
    typeof value === 'string'
      ? (!values || values.includes(value)) &&
        (!form || value === '' || hasForm(form, value))
      : isAbsence(value);
}

function groupCheck({ fields }: GroupField): Check {
  const checks = new Map(
    Object.keys(fields).map(key => [key, writtenCheck(fields[key])]),
  );
  return value => {
    if (!isMap(value)) return isAbsence(value);
    for (const key of Object.keys(value)) {
      const check = checks.get(key);
      if (check === undefined || !check(value[key])) return false;
    }
    return true;
  };
}

function mapCheck(field: MapField): Check {
  const { keyForm } = field;
  const check = writtenCheck(field.values);
  return value => {
    if (!isMap(value)) return isAbsence(value);
    const keys = Object.keys(value);
    if (!isCount(keys.length, field)) return false;
    if (keyForm && !areKeys(keys, keyForm)) return false;
    return keys.every(key => check(value[key]));
  };
}

/** True when all keys have the form, and no two of them mean the same. */
function areKeys(keys: readonly string[], form: Form): boolean {
  const normal = new Set(keys.map(key => normalForm(form, key)));
  return normal.size === keys.length && !normal.has(undefined);
}

function isCount(count: number, { min, max }: ListField | MapField): boolean {
  return (
    (min === undefined || count >= min || count === 0) &&
    (max === undefined || count <= max)
  );
}

/** `undefined` where nothing below the field is required. */
function completeCheck(field: Field): Check | undefined {
  if (field.type === 'list') {
    const check = completeCheck(field.items);
    return check && (value => !Array.isArray(value) || value.every(check));
  }
  if (field.type === 'map') {
    const check = completeCheck(field.values);
    if (!check) return undefined;
    return value => {
      if (!isMap(value)) return true;
      for (const key of Object.keys(value))
        if (!check(value[key])) return false;
      return true;
    };
  }
  return field.type === 'group' ? completeGroup(field) : undefined;
}

function completeGroup({ fields }: GroupField): Check | undefined {
  const parts = Object.keys(fields).flatMap(key => {
    const isRequired = fields[key].required === true;
    const check = completeCheck(fields[key]);
    const isInherited = key in Object.prototype;
    return isRequired || check ? [{ key, isRequired, isInherited, check }] : [];
  });
  if (parts.length === 0) return undefined;
  return value => {
    if (!isMap(value)) return true;
    for (const { key, isRequired, isInherited, check } of parts) {
      const own =
        isInherited && !Object.hasOwn(value, key) ? undefined : value[key];
      if (isRequired && isAbsent(own)) return false;
      if (check && !check(own)) return false;
    }
    return true;
  };
}
