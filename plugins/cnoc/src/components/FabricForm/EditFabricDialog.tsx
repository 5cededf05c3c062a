import { useState } from 'react';
import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { FormDialog } from '../FormDialog/FormDialog';
import { NameFields } from './NameFields';
import { PlaceFields } from './PlaceFields';
import { ScopeFields } from './ScopeFields';
import { useFabricForm } from './useFabricForm';

/**
 * Changes what a fabric is.
 *
 * @internal
 */
export const EditFabricDialog = (props: {
  fabric: Fabric;
  onSaved: (fabric: Fabric) => void;
  onClose: () => void;
}) => {
  // As it was when the form opened: a change that comes in meanwhile must be noticed, not overwritten.
  const [fabric] = useState(props.fabric);
  const form = useFabricForm(fabric, props.onSaved);
  return (
    <FormDialog
      title={`Edit ${fabric.name}`}
      submit="Save"
      busy={form.saving}
      failure={{ title: 'It was not saved', error: form.saveError }}
      onSubmit={form.save}
      onClose={props.onClose}
    >
      <NameFields {...form.fields} />
      <PlaceFields {...form.fields} />
      <ScopeFields {...form.fields} />
    </FormDialog>
  );
};
