import { RiListCheck3 } from '@remixicon/react';
import type {
  ClusterDetail,
  ConnectionTest,
} from '@cnoc/backstage-plugin-cnoc-common';
import { FabricsUsing } from '../../components/FabricsUsing/FabricsUsing';
import { ConnectionTestSteps } from '../../components/ConnectionTestResult/ConnectionTestSteps';
import { KindsTable } from '../../components/ConnectionTestResult/KindsTable';
import { RightsTable } from '../../components/ConnectionTestResult/RightsTable';
import { EmptyState } from '../../components/EmptyState/EmptyState';
import { Panel } from '../../components/Panel/Panel';
import { ClusterFacts } from './ClusterFacts';
import { IdentityPanel } from './IdentityPanel';
import { RolePanel } from './RolePanel';
import { SchemasPanel } from './SchemasPanel';
import styles from './ClusterPage.module.css';

/**
 * What is known of a cluster; a changed identity stands before everything else.
 *
 * @internal
 */
export const ClusterContent = (props: {
  cluster: ClusterDetail;
  /** What it answered to the test that was made on this page */
  test?: ConnectionTest;
  onChanged: () => void;
}) => {
  const { cluster, test } = props;
  return (
    <>
      {cluster.identity.state === 'changed' && (
        <IdentityPanel cluster={cluster} onChanged={props.onChanged} />
      )}
      <ClusterFacts cluster={cluster} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <Panel title="Test of the connection">
            {test ? (
              <ConnectionTestSteps result={test} />
            ) : (
              <EmptyState
                icon={<RiListCheck3 size={28} aria-hidden />}
                title="Not tested on this page yet"
              >
                A test says step by step how far CNOC comes, which kinds the
                cluster serves and which rights CNOC holds there.
              </EmptyState>
            )}
          </Panel>
          {test && test.rights.length > 0 && (
            <Panel title="Rights" note={rightsNote(test)}>
              <RightsTable rights={test.rights} />
            </Panel>
          )}
          {test && test.kinds.length > 0 && (
            <Panel
              title="Kinds"
              note={`${test.kinds.filter(k => k.served).length} of ${
                test.kinds.length
              } served`}
            >
              <KindsTable kinds={test.kinds} />
            </Panel>
          )}
        </div>
        <div className={styles.column}>
          <FabricsUsing
            title="Fabrics on it"
            names={cluster.fabrics}
            hint="A fabric names the cluster and a namespace in it."
            place={fabric => fabric.cluster.namespace}
            fact="drift"
          />
          {cluster.schemas && cluster.schemas.length > 0 && (
            <SchemasPanel schemas={cluster.schemas} />
          )}
          <RolePanel yaml={cluster.roleYaml} />
        </div>
      </div>
    </>
  );
};

function rightsNote({ rights }: ConnectionTest): string {
  const denied = rights.filter(({ allowed }) => allowed === false).length;
  return denied > 0
    ? `${denied} of ${rights.length} denied`
    : `${rights.filter(({ allowed }) => allowed).length} of ${
        rights.length
      } held`;
}
