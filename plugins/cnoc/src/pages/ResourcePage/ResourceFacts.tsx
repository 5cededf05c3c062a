import type { Fact } from '@cnoc/backstage-plugin-cnoc-common';
import { Name } from '../../components/Name/Name';
import { Panel } from '../../components/Panel/Panel';
import styles from './ResourcePage.module.css';

/** @internal */
export const ResourceFacts = ({ facts }: { facts: readonly Fact[] }) => (
  <Panel title="Facts">
    <dl className={styles.facts}>
      {facts.map(fact => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>
            <Name>{fact.value}</Name>
          </dd>
        </div>
      ))}
    </dl>
  </Panel>
);
