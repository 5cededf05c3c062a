import styles from './LayersStrip.module.css';

/**
 * The way from one layer to the next; broken where intent stops.
 *
 * @internal
 */
export const LayerArrow = ({ passes }: { passes: boolean }) => (
  <li className={styles.arrow} aria-hidden role="presentation">
    <svg
      viewBox="0 0 48 16"
      width="48"
      height="16"
      fill="none"
      focusable="false"
    >
      {passes ? (
        <path
          d="M2 8h42M38 3l6 5-6 5"
          stroke="currentColor"
          strokeWidth="1.6"
        />
      ) : (
        <>
          <path
            d="M2 8h16M30 8h14M38 3l6 5-6 5"
            stroke="currentColor"
            strokeWidth="1.6"
          />
          <path d="M20 4l8 8M28 4l-8 8" stroke="currentColor" strokeWidth="2" />
        </>
      )}
    </svg>
  </li>
);
