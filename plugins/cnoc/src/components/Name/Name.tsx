import styles from './Name.module.css';

/**
 * Text that someone else chose: kept in one piece, isolated from the direction of the text around it.
 *
 * @internal
 */
export const Name = (props: { children: string; mono?: boolean }) => (
  <bdi className={props.mono ? styles.mono : styles.name}>{props.children}</bdi>
);
