import type { ReactNode } from 'react';
import {
  Container,
  Header,
  useBreakpoint,
  type HeaderProps,
} from '@backstage/ui';
import { CnocRoot } from '../CnocRoot/CnocRoot';
import styles from './PageHeader.module.css';

/**
 * A page's title, facts, tabs and actions.
 *
 * @internal
 */
export const PageHeader = (
  props: Omit<HeaderProps, 'customActions'> & { actions?: ReactNode },
) => {
  const { actions, ...header } = props;
  const narrow = useBreakpoint().down('sm');
  return (
    <CnocRoot>
      <div className={styles.header}>
        {/* Beside the title the actions would leave it no room on a phone. */}
        <Header {...header} customActions={narrow ? undefined : actions} />
        {narrow && actions && (
          <Container className={styles.actions}>{actions}</Container>
        )}
      </div>
    </CnocRoot>
  );
};
