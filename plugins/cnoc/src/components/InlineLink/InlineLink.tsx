import type { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import styles from './InlineLink.module.css';

/**
 * A link inside a line of text, in the size and weight of the text around it.
 *
 * @internal
 */
export const InlineLink = (props: { href: string; children: ReactNode }) => (
  <Link className={styles.link} href={props.href} standalone>
    {props.children}
  </Link>
);
