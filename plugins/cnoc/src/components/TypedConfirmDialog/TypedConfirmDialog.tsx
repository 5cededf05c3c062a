import { useState, type ComponentProps } from 'react';
import { TextField } from '@backstage/ui';
import { ConfirmDialog } from '../ConfirmDialog/ConfirmDialog';

/**
 * Asks before something that hits a whole network: a name has to be typed.
 *
 * @internal
 */
export const TypedConfirmDialog = (
  props: Omit<ComponentProps<typeof ConfirmDialog>, 'whyNot'> & {
    /** What has to be typed */
    word: string;
  },
) => {
  const { word, children, ...dialog } = props;
  const [typed, setTyped] = useState('');
  return (
    <ConfirmDialog
      {...dialog}
      whyNot={typed === word ? undefined : `Type ${word} first.`}
    >
      {children}
      <TextField
        label={`Type ${word} to confirm`}
        autoComplete="off"
        value={typed}
        onChange={setTyped}
      />
    </ConfirmDialog>
  );
};
