import type { ConnectionTest } from '@cnoc/backstage-plugin-cnoc-common';
import { CheckSteps } from '../CheckSteps/CheckSteps';
import { Name } from '../Name/Name';
import styles from './ConnectionTestResult.module.css';

const names: Record<ConnectionTest['checks'][number]['check'], string> = {
  address: 'Address',
  reach: 'Reach the server',
  'sign-in': 'Sign in',
  identity: 'Which cluster it is',
  kinds: 'Hedgehog’s kinds',
  rights: 'Rights',
};

/**
 * What a cluster answered to a test.
 *
 * @internal
 */
export const ConnectionTestSteps = ({ result }: { result: ConnectionTest }) => (
  <CheckSteps result={result} well="The cluster answers" names={names}>
    {(result.version || result.identity) && (
      <span className={styles.hint}>
        {result.version && `Version ${result.version}`}
        {result.version && result.identity && ' · '}
        {result.identity && (
          <>
            identity <Name mono>{result.identity}</Name>
          </>
        )}
        {result.namespace && ` · namespace ${result.namespace}`}
      </span>
    )}
  </CheckSteps>
);
