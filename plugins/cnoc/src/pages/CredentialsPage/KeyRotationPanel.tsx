import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  cnocCredentialUpdatePermission,
  type KeyRotation,
} from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { ErrorPanel } from '../../components/ErrorPanel/ErrorPanel';
import { GuardedButton } from '../../components/GuardedButton/GuardedButton';
import { LoadingRows } from '../../components/Loading/LoadingRows';
import { Name } from '../../components/Name/Name';
import { Panel } from '../../components/Panel/Panel';
import { StaleBand } from '../../components/StaleBand/StaleBand';
import { describeError } from '../../errors/describeError';
import { useAction } from '../../hooks/useAction';
import { usePortalPermission } from '../../hooks/usePortalPermission';
import { useServerState } from '../../hooks/useServerState';
import { KeyRing } from './KeyRing';
import { RotationProgress } from './RotationProgress';
import styles from './CredentialsPage.module.css';

const POLL_RUNNING_MS = 1_500;
const POLL_IDLE_MS = 30_000;

/**
 * The keys that encrypt every stored value, and re-encryption of what older ones hold.
 *
 * @internal
 */
export const KeyRotationPanel = (props: {
  /** How many there are; another number has the keys counted again */
  credentials: number;
  onFinished: () => void;
}) => {
  const api = useApi(cnocApiRef);
  const [running, setRunning] = useState(false);
  const permission = usePortalPermission(cnocCredentialUpdatePermission);
  const state = useServerState(
    `key-rotation ${props.credentials}`,
    signal => api.getKeyRotation({ signal }),
    { pollMs: running ? POLL_RUNNING_MS : POLL_IDLE_MS, keepPrevious: true },
  );
  const { data, error, refresh } = state;
  const isRunning = data?.state === 'running';
  const { onFinished } = props;
  useEffect(() => {
    if (running && !isRunning && data) onFinished();
    setRunning(isRunning);
  }, [running, isRunning, data, onFinished]);
  const start = useAction(async () => {
    const started = await api.startKeyRotation();
    refresh();
    return started;
  });
  return (
    <Panel
      title="Encryption keys"
      note="every stored value is encrypted by one of them"
      actions={
        data &&
        data.newestKey !== undefined && (
          <GuardedButton
            variant="secondary"
            busy={start.pending || isRunning}
            allowed={permission.allowed && olderValues(data) > 0}
            whyNot={permission.whyNot ?? whyNothingToDo(data)}
            onPress={() => start.run()}
          >
            Start re-encryption
          </GuardedButton>
        )
      }
    >
      <div className={styles.stack}>
        {state.loading && <LoadingRows label="Loading the keys" rows={2} />}
        {error && !data && (
          <ErrorPanel
            title="The keys could not be loaded"
            error={error}
            stillWorks="Credentials are used as before."
            onRetry={refresh}
          />
        )}
        {error && data && (
          <StaleBand
            since={state.updatedAt ?? new Date()}
            cause={describeError(error).reason}
          />
        )}
        {start.error !== undefined && (
          <ErrorPanel
            title="Re-encryption was not started"
            error={start.error}
            stillWorks="Nothing was changed."
          />
        )}
        {data && data.keys.length === 0 && (
          <p>
            No key is configured, so that no credential can be stored. Add one
            under <code>cnoc.encryption.keys</code> in the portal’s
            configuration.
          </p>
        )}
        {data && data.keys.length > 0 && <KeyRing rotation={data} />}
        {data && data.state !== 'idle' && <RotationProgress rotation={data} />}
        {data && data.failed.length > 0 && (
          <div>
            <strong>No key of the ring opens these values:</strong>
            <ul className={styles.unreadable} aria-label="Unreadable values">
              {data.failed.map(value => (
                <li key={value}>
                  <Name mono>{value}</Name>
                </li>
              ))}
            </ul>
            <span className={styles.note}>
              Put the key back that encrypted them, or store the values anew.
            </span>
          </div>
        )}
      </div>
    </Panel>
  );
};

function olderValues({ keys }: KeyRotation): number {
  return keys
    .filter(key => !key.newest)
    .reduce((sum, key) => sum + key.values, 0);
}

function whyNothingToDo(rotation: KeyRotation): string | undefined {
  if (rotation.state === 'running' || olderValues(rotation) > 0) {
    return undefined;
  }
  return 'Every readable value is encrypted by the newest key.';
}
