import type { ReactNode } from 'react';
import { RiExternalLinkLine } from '@remixicon/react';
import { safeUrl } from '../../text/safeUrl';
import styles from './SafeLink.module.css';

/**
 * A link to an address that came with the data; plain text when the address is not http(s).
 *
 * @internal
 */
export const SafeLink = (props: {
  href: string | undefined;
  children: ReactNode;
}) => {
  const href = safeUrl(props.href);
  if (!href) return <>{props.children}</>;
  return (
    <a
      className={styles.link}
      href={href}
      target="_blank"
      rel="noopener noreferrer"
    >
      {props.children}
      <RiExternalLinkLine
        className={styles.icon}
        size={12}
        aria-label="(opens in a new tab)"
      />
    </a>
  );
};
