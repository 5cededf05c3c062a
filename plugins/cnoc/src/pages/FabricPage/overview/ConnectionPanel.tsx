import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  cnocFabricSyncPermission,
  type ConnectionTest,
  type Fabric,
} from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../../api/cnocApiRef';
import { ErrorPanel } from '../../../components/ErrorPanel/ErrorPanel';
import { GuardedButton } from '../../../components/GuardedButton/GuardedButton';
import { Panel } from '../../../components/Panel/Panel';
import { useFabricPermission } from '../../../hooks/useFabricPermission';
import { joinWords } from '../../../text/joinWords';
import { TestResult } from './TestResult';
import styles from './OverviewTab.module.css';

/**
 * What is wrong with the connection to the cluster, and a test of it.
 *
 * @internal
 */
export const ConnectionPanel = ({ fabric }: { fabric: Fabric }) => {
  const api = useApi(cnocApiRef);
  const permission = useFabricPermission(cnocFabricSyncPermission, fabric.name);
  const [pending, setPending] = useState(false);
  const [result, setResult] = useState<ConnectionTest>();
  const [error, setError] = useState<unknown>();
  const { connection } = fabric.status;

  const test = async () => {
    setPending(true);
    setError(undefined);
    try {
      setResult(await api.testFabric(fabric.name));
    } catch (failure) {
      setError(failure);
    } finally {
      setPending(false);
    }
  };

  return (
    <div id="fixConnection">
      <Panel
        title={
          connection.state === 'disconnected'
            ? 'The cluster does not answer'
            : 'The cluster answers in part'
        }
        actions={
          <GuardedButton
            {...permission}
            variant="secondary"
            busy={pending}
            onPress={test}
          >
            Test the connection
          </GuardedButton>
        }
      >
        <p className={styles.message}>
          {asSentence(connection.message ?? 'CNOC keeps trying')}
          {connection.unknownKinds?.length
            ? ` Not readable: ${joinWords(
                connection.unknownKinds,
              )}. Their state is unknown, not missing.`
            : ''}
        </p>
        {result && <TestResult result={result} />}
        {error !== undefined && (
          <ErrorPanel title="The test could not be run" error={error} />
        )}
      </Panel>
    </div>
  );
};

/** Messages of API servers come with and without a full stop. */
function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
