import type { RepositoryTest } from '@cnoc/backstage-plugin-cnoc-common';
import { plural } from '../../text/plural';
import { CheckSteps } from '../CheckSteps/CheckSteps';
import { CommitLabel } from '../CommitLabel/CommitLabel';
import { Name } from '../Name/Name';
import styles from './RepositoryTestResult.module.css';

const names: Record<RepositoryTest['checks'][number]['check'], string> = {
  address: 'Address',
  reach: 'Reach the host',
  'sign-in': 'Sign in',
  branch: 'Find the branch',
  path: 'Find the directory',
  write: 'May write',
};

/** Most branches that are named. */
const MAX_BRANCHES = 12;

/**
 * What a git remote answered to a test.
 *
 * @internal
 */
export const RepositoryTestResult = ({
  result,
}: {
  result: RepositoryTest;
}) => {
  const { branches = [], hostKey, head } = result;
  return (
    <CheckSteps result={result} well="The remote answers" names={names}>
      {head && <CommitLabel commit={head} />}
      {branches.length > 0 && (
        <span className={styles.hint}>
          {plural(branches.length, 'branch', 'branches')}:{' '}
          <Name>{branches.slice(0, MAX_BRANCHES).join(', ')}</Name>
          {branches.length > MAX_BRANCHES && ' …'}
        </span>
      )}
      {hostKey && (
        <span className={styles.hint}>
          The host shows the key <Name mono>{hostKey}</Name>
        </span>
      )}
    </CheckSteps>
  );
};
