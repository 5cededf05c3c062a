import { kindOf } from '../kinds';
import { isMap } from '../model/json';
import { KubernetesObject } from '../model/KubernetesObject';
import { Field } from '../schema/Field';
import { Form } from '../schema/Form';

/** A text of an object together with what its field says it holds. */
export interface FormedText {
  path: (string | number)[];
  form: Form;
  value: string;
}

/** Every text of an object's `spec` whose field has a form, keys of maps included, in the order in which they stand there. */
export function textsWithForm(object: KubernetesObject): FormedText[] {
  const kind = kindOf(object);
  const found: FormedText[] = [];
  if (kind) collect(object.spec, kind.spec, ['spec'], found);
  return found;
}

function collect(
  value: unknown,
  field: Field,
  path: (string | number)[],
  found: FormedText[],
): void {
  if (field.type === 'text') {
    if (field.form && typeof value === 'string')
      found.push({ path, form: field.form, value });
  } else if (field.type === 'list') {
    if (Array.isArray(value))
      value.forEach((item, index) =>
        collect(item, field.items, [...path, index], found),
      );
  } else if (isMap(value)) {
    for (const key of Object.keys(value)) {
      if (field.type === 'map') {
        if (field.keyForm)
          found.push({ path: [...path, key], form: field.keyForm, value: key });
        collect(value[key], field.values, [...path, key], found);
      } else if (field.type === 'group' && Object.hasOwn(field.fields, key)) {
        collect(value[key], field.fields[key], [...path, key], found);
      }
    }
  }
}
