import type { Diagnostic } from '@cnoc/backstage-plugin-cnoc-common';
import { Name } from '../Name/Name';
import { SeverityWord } from '../SeverityWord/SeverityWord';
import styles from './DiagnosticList.module.css';

/**
 * What is wrong, where, and what to do about it.
 *
 * @internal
 */
export const DiagnosticList = (props: {
  label: string;
  diagnostics: readonly Diagnostic[];
}) => (
  <ul className={styles.list} aria-label={props.label}>
    {props.diagnostics.map((diagnostic, index) => (
      <li key={index} className={styles.item}>
        <SeverityWord severity={diagnostic.severity} />
        <div className={styles.text}>
          <span>
            {diagnostic.kind && `${diagnostic.kind} `}
            {diagnostic.name && (
              <>
                <strong>
                  <Name>{diagnostic.name}</Name>
                </strong>
                {': '}
              </>
            )}
            <Name>{diagnostic.message}</Name>
          </span>
          <span className={styles.note}>
            {diagnostic.file && (
              <Name mono>
                {diagnostic.line
                  ? `${diagnostic.file}:${diagnostic.line}`
                  : diagnostic.file}
              </Name>
            )}
            {diagnostic.hint && <Name>{diagnostic.hint}</Name>}
          </span>
        </div>
      </li>
    ))}
  </ul>
);
