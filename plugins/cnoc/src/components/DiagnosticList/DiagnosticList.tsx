import type {
  Diagnostic,
  LinkedDiagnostic,
} from '@cnoc/backstage-plugin-cnoc-common';
import { Name } from '../Name/Name';
import { SafeLink } from '../SafeLink/SafeLink';
import { SeverityWord } from '../SeverityWord/SeverityWord';
import styles from './DiagnosticList.module.css';

/**
 * What is wrong, where, and what to do about it.
 *
 * @internal
 */
export const DiagnosticList = (props: {
  label: string;
  /** With the address of their line, where the repository's host has pages for it */
  diagnostics: readonly (Diagnostic | LinkedDiagnostic)[];
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
              <SafeLink href={'url' in diagnostic ? diagnostic.url : undefined}>
                <Name mono>
                  {diagnostic.line
                    ? `${diagnostic.file}:${diagnostic.line}`
                    : diagnostic.file}
                </Name>
              </SafeLink>
            )}
            {diagnostic.hint && <Name>{diagnostic.hint}</Name>}
          </span>
        </div>
      </li>
    ))}
  </ul>
);
