import type { ReactNode } from 'react';
import { Container } from '@backstage/ui';
import { CnocRoot } from '../CnocRoot/CnocRoot';
import styles from './PageBody.module.css';

/** @internal */
export const PageBody = (props: { children: ReactNode }) => (
  <CnocRoot>
    <Container className={styles.body}>{props.children}</Container>
  </CnocRoot>
);
