import type { Described } from '../../model/describeCredential';
import { StatusWord } from '../../components/StatusWord/StatusWord';
import styles from './CredentialsPage.module.css';

/** @internal */
export const DescribedWord = ({ described }: { described: Described }) => (
  <span className={styles.lines}>
    <StatusWord tone={described.tone}>{described.word}</StatusWord>
    {described.detail && (
      <span className={styles.note}>{described.detail}</span>
    )}
  </span>
);
