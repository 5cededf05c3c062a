import type { Reference } from '@cnoc/backstage-plugin-cnoc-common';
import { Name } from '../../components/Name/Name';
import { ResourceLink } from '../../components/ResourceLink/ResourceLink';
import { StateWord } from '../../components/StateWord/StateWord';
import { StatusWord } from '../../components/StatusWord/StatusWord';
import styles from './ResourcePage.module.css';

/** @internal */
export const ReferenceList = (props: {
  fabric: string;
  title: string;
  none: string;
  references: readonly Reference[];
}) => (
  <div>
    <h4 className={styles.subtitle}>{props.title}</h4>
    {props.references.length === 0 && (
      <span className={styles.note}>{props.none}</span>
    )}
    <ul className={styles.referenceList} aria-label={props.title}>
      {props.references.map(reference => (
        <li key={`${reference.kind}/${reference.name}/${reference.path}`}>
          <span className={styles.referenceName}>
            {reference.known ? (
              <ResourceLink
                fabric={props.fabric}
                kind={reference.kind}
                name={reference.name}
              />
            ) : (
              <span>
                {reference.kind} <Name>{reference.name}</Name>
              </span>
            )}
            <span className={styles.note}>
              <Name mono>{reference.path}</Name>
            </span>
          </span>
          {!reference.known && <StatusWord tone="bad">Missing</StatusWord>}
          {reference.known && reference.state && (
            <StateWord state={reference.state} />
          )}
        </li>
      ))}
    </ul>
  </div>
);
