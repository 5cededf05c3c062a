import { useMemo } from 'react';
import Form from '@rjsf/core';
import type { RJSFSchema, ValidatorType } from '@rjsf/utils';
import type { Diagnostic, KubernetesObject } from '@cnoc/hedgehog';
import { errorSchemaOf } from './errorSchemaOf';
import { FieldFrame } from './FieldFrame';
import { formDataOf, withFormData } from './formData';
import { formSchemaOf } from './formSchemaOf';
import { GroupField } from './GroupField';
import { ListField } from './ListField';
import { ChoiceInput, FlagInput, TextInput } from './widgets';
import styles from './ObjectForm.module.css';

const templates = {
  FieldTemplate: FieldFrame,
  ObjectFieldTemplate: GroupField,
  ArrayFieldTemplate: ListField,
  BaseInputTemplate: TextInput,
};
const widgets = {
  SelectWidget: ChoiceInput,
  CheckboxWidget: FlagInput,
};

// What is wrong is said by the model, once, for the form and the text alike.
const noValidator: ValidatorType = {
  validateFormData: () => ({ errors: [], errorSchema: {} }),
  toErrorList: () => [],
  isValid: () => true,
  rawValidation: () => ({}),
};

/**
 * A form for the spec, labels and annotations of one object, made from the schema of its kind.
 *
 * @internal
 */
export const ObjectForm = (props: {
  object: KubernetesObject;
  diagnostics: readonly Diagnostic[];
  isDisabled?: boolean;
  onChange: (object: KubernetesObject) => void;
}) => {
  const { object, diagnostics } = props;
  const schema = useMemo(() => formSchemaOf(object.kind), [object.kind]);
  const data = useMemo(() => formDataOf(object), [object]);
  const errors = useMemo(() => errorSchemaOf(diagnostics), [diagnostics]);
  return (
    <Form
      className={styles.form}
      tagName="div"
      schema={schema as RJSFSchema}
      formData={data}
      validator={noValidator}
      templates={templates}
      widgets={widgets}
      extraErrors={errors}
      showErrorList={false}
      noValidate
      disabled={props.isDisabled}
      idPrefix="root"
      experimental_defaultFormStateBehavior={{
        emptyObjectFields: 'skipDefaults',
        arrayMinItems: { populate: 'never' },
      }}
      onChange={({ formData }) =>
        props.onChange(withFormData(object, formData))
      }
    >
      {/* No button of its own: the page saves. */}
      <></>
    </Form>
  );
};
