import { Link, useSidebarOpenState } from '@backstage/core-components';
import styles from './SidebarLogo.module.css';

/** Two spines over three leaves: the smallest fabric that survives a failure. */
export const SidebarLogo = () => {
  const { isOpen } = useSidebarOpenState();
  return (
    <Link to="/" underline="none" className={styles.link} aria-label="Home">
      <svg viewBox="0 0 32 32" className={styles.mark} aria-hidden="true">
        <path d="M10 9 5 23M10 9l6 14M10 9l17 14M22 9 5 23M22 9l-6 14M22 9l5 14" />
        <circle cx="10" cy="8" r="3" />
        <circle cx="22" cy="8" r="3" />
        <circle cx="5" cy="24" r="3" />
        <circle cx="16" cy="24" r="3" />
        <circle cx="27" cy="24" r="3" />
      </svg>
      {isOpen && <span className={styles.name}>CNOC</span>}
    </Link>
  );
};
