import type { DeploymentStep } from '@cnoc/backstage-plugin-cnoc-common';
import { ActionWord } from '../../components/ActionWord/ActionWord';
import { Flash } from '../../components/Flash/Flash';
import { Name } from '../../components/Name/Name';
import { Panel } from '../../components/Panel/Panel';
import { ResourceLink } from '../../components/ResourceLink/ResourceLink';
import { RowList } from '../../components/RowList/RowList';
import { StatusWord } from '../../components/StatusWord/StatusWord';
import type { Tone } from '../../model/describeStatus';
import { wavesOf } from '../../model/describePlan';
import styles from './DeploymentPage.module.css';

const looks: Record<DeploymentStep['status'], { tone: Tone; word: string }> = {
  pending: { tone: 'waiting', word: 'Waiting' },
  running: { tone: 'busy', word: 'Running' },
  succeeded: { tone: 'good', word: 'Done' },
  failed: { tone: 'bad', word: 'Failed' },
  skipped: { tone: 'warning', word: 'Skipped' },
};

/** @internal */
export const DeploymentSteps = (props: {
  fabric: string;
  steps: readonly DeploymentStep[];
}) => (
  <>
    {wavesOf(props.steps).map(({ wave, lines }, index, waves) => {
      const done = lines.filter(step => step.status === 'succeeded').length;
      return (
        <Panel
          flush
          key={wave}
          title={`Wave ${index + 1} of ${waves.length}`}
          note={`${done} of ${lines.length} done`}
        >
          <RowList label={`Wave ${index + 1}`}>
            {lines.map(step => (
              <li key={step.seq} className={styles.step}>
                <ActionWord action={step.action} />
                <span className={styles.stepText}>
                  <ResourceLink
                    fabric={props.fabric}
                    kind={step.kind}
                    name={step.name}
                  />
                  {step.message && (
                    <span className={styles.note}>
                      <Name>{step.message}</Name>
                    </span>
                  )}
                </span>
                <Flash value={step.status}>
                  <StatusWord tone={looks[step.status].tone}>
                    {looks[step.status].word}
                  </StatusWord>
                </Flash>
              </li>
            ))}
          </RowList>
        </Panel>
      );
    })}
  </>
);
