import type { ReactNode } from 'react';
import { useAction } from '../../hooks/useAction';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { plural } from '../../text/plural';
import { ConfirmDialog } from '../ConfirmDialog/ConfirmDialog';
import { InlineLink } from '../InlineLink/InlineLink';
import { Name } from '../Name/Name';

/**
 * Forgets a repository or a cluster, or says which fabrics stand in the way.
 *
 * @internal
 */
export const ForgetDialog = (props: {
  name: string;
  fabrics: readonly string[];
  /** What to do with the fabrics first */
  instead: string;
  forget: () => Promise<void>;
  onForgotten: () => void;
  onClose: () => void;
  /** What goes, and what stays as it is */
  children: ReactNode;
}) => {
  const { name, fabrics } = props;
  const links = useCnocLinks();
  const action = useAction(async () => {
    await props.forget();
    return true;
  });
  return (
    <ConfirmDialog
      title={`Delete ${name}?`}
      confirm={`Delete ${name}`}
      destructive
      busy={action.pending}
      whyNot={
        fabrics.length > 0
          ? `${plural(fabrics.length, 'fabric uses', 'fabrics use')} it.`
          : undefined
      }
      failure={{ title: 'It was not deleted', error: action.error }}
      onClose={props.onClose}
      onConfirm={async () => {
        if (await action.run()) props.onForgotten();
      }}
    >
      {fabrics.length > 0 ? (
        <>
          <p>{props.instead}</p>
          <ul aria-label="Fabrics that use it">
            {fabrics.map(fabric => (
              <li key={fabric}>
                <InlineLink href={links.fabric(fabric)}>
                  <Name>{fabric}</Name>
                </InlineLink>
              </li>
            ))}
          </ul>
        </>
      ) : (
        props.children
      )}
    </ConfirmDialog>
  );
};
