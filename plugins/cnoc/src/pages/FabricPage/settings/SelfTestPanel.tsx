import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  cnocFabricSelfTestPermission,
  type Fabric,
  type SelfTest,
} from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../../api/cnocApiRef';
import { ConfirmDialog } from '../../../components/ConfirmDialog/ConfirmDialog';
import { ErrorPanel } from '../../../components/ErrorPanel/ErrorPanel';
import { GuardedButton } from '../../../components/GuardedButton/GuardedButton';
import { Name } from '../../../components/Name/Name';
import { Panel } from '../../../components/Panel/Panel';
import { ResourceLink } from '../../../components/ResourceLink/ResourceLink';
import { StatusWord } from '../../../components/StatusWord/StatusWord';
import { useAction } from '../../../hooks/useAction';
import { useFabricPermission } from '../../../hooks/useFabricPermission';
import type { Tone } from '../../../model/describeStatus';
import { formatDuration } from '../../../text/formatTime';
import styles from './FabricSettings.module.css';

type Step = SelfTest['steps'][number];

const names: Record<Step['step'], string> = {
  choose: 'Choose a field',
  change: 'Change it',
  see: 'See it as drift',
  restore: 'Restore it',
  resolve: 'See that it is gone',
};

const looks: Record<Step['result'], { tone: Tone; word: string }> = {
  ok: { tone: 'good', word: 'Done' },
  failed: { tone: 'bad', word: 'Failed' },
  skipped: { tone: 'waiting', word: 'Skipped' },
};

const Result = (props: { fabric: string; result: SelfTest }) => {
  const { ok, message, resource, path, steps } = props.result;
  return (
    <>
      <div role="status">
        <StatusWord tone={ok ? 'good' : 'bad'}>
          {ok ? 'The self-test passed' : 'The self-test failed'}
        </StatusWord>
        {' – '}
        <Name>{message}</Name>
      </div>
      {resource && (
        <span>
          <ResourceLink fabric={props.fabric} {...resource} />{' '}
          {path && <Name mono>{path}</Name>}
        </span>
      )}
      <ol className={styles.steps} aria-label="Steps of the self-test">
        {steps.map(step => (
          <li key={step.step} className={styles.step}>
            <strong>{names[step.step]}</strong>
            <StatusWord tone={looks[step.result].tone}>
              {looks[step.result].word}
            </StatusWord>
            <Name>{step.message}</Name>
            <span className={styles.note}>
              {step.milliseconds !== undefined &&
                formatDuration(step.milliseconds)}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
};

/**
 * Proves on a lab that a change of the cluster is seen: change, see, restore. Stands only where the cluster is a lab.
 *
 * @internal
 */
export const SelfTestPanel = ({ fabric }: { fabric: Fabric }) => {
  const api = useApi(cnocApiRef);
  const permission = useFabricPermission(
    cnocFabricSelfTestPermission,
    fabric.name,
  );
  const [asking, setAsking] = useState(false);
  const [result, setResult] = useState<SelfTest>();
  const test = useAction(idempotencyKey =>
    api.selfTestFabric(fabric.name, { idempotencyKey }),
  );
  if (!fabric.cluster.lab) return null;

  const run = async () => {
    setAsking(false);
    setResult(undefined);
    setResult(await test.run());
  };
  return (
    <Panel
      title="Self-test of drift"
      actions={
        <GuardedButton
          {...permission}
          variant="secondary"
          busy={test.pending}
          onPress={() => setAsking(true)}
        >
          Run the self-test
        </GuardedButton>
      }
    >
      <div className={styles.stack}>
        <p className={styles.note}>
          Changes one harmless field on the lab’s cluster, waits until CNOC sees
          it as drift, restores it, and waits until the finding is gone. Git
          stays as it is.
        </p>
        {test.error !== undefined && (
          <ErrorPanel
            title="The self-test could not be run"
            error={test.error}
          />
        )}
        {result && <Result fabric={fabric.name} result={result} />}
      </div>
      {asking && (
        <ConfirmDialog
          title={`Run the self-test on ${fabric.name}?`}
          confirm={`Change a field on ${fabric.cluster.name}`}
          busy={test.pending}
          onClose={() => setAsking(false)}
          onConfirm={run}
        >
          <p>
            One field of one object on the lab’s cluster{' '}
            <Name>{fabric.cluster.name}</Name> is changed for a few seconds and
            then restored. The fabric’s owner may be told of the drift.
          </p>
        </ConfirmDialog>
      )}
    </Panel>
  );
};
