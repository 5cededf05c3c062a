import type { ReactNode } from 'react';
import { BgProvider } from '@backstage/ui';
import type { Finding } from '@cnoc/backstage-plugin-cnoc-common';
import { GuardedButton } from '../../../components/GuardedButton/GuardedButton';
import { plural } from '../../../text/plural';
import type { FindingHandlers } from './FindingHandlers';
import {
  canTake,
  isAcceptable,
  isPlannable,
  resourcesOf,
  type Step,
} from './findingSteps';
import styles from './DriftTab.module.css';

/** Most findings that the engine changes in one request. */
const MAX_AT_ONCE = 500;

type WhyNot = { allowed: boolean; whyNot?: string };

/**
 * What can be done with all selected findings at once. Says once, and not at every button, what the person may not do.
 *
 * @internal
 */
export const TriageBar = (props: {
  selected: readonly Finding[];
  handlers: FindingHandlers;
  plan: WhyNot;
  accept: WhyNot;
  triage: WhyNot;
  busy: boolean;
}) => {
  const { selected, handlers, plan, accept, triage, busy } = props;
  const plannable = selected.filter(isPlannable);
  const resources = resourcesOf(plannable).length;
  const acceptable = selected.filter(isAcceptable);
  const canChange = (step: Step) => selected.filter(f => canTake(f, step));
  const step = (
    which: Step,
    label: string,
    act: (findings: readonly Finding[]) => void,
  ): ReactNode => {
    const findings = canChange(which);
    if (findings.length === 0) return null;
    return (
      <GuardedButton
        variant="secondary"
        busy={busy && which !== 'suppressed'}
        allowed={findings.length <= MAX_AT_ONCE}
        whyNot={
          findings.length > MAX_AT_ONCE
            ? `At most ${MAX_AT_ONCE} at once.`
            : undefined
        }
        onPress={() => act(findings)}
      >
        {label}
      </GuardedButton>
    );
  };
  return (
    // Buttons inside choose a colour that stands out from the bar's.
    <BgProvider bg="neutral-1">
      <div
        className={styles.bar}
        role="group"
        aria-label="Actions for the selected findings"
        data-in-reach={selected.length > 0 || undefined}
      >
        <span aria-live="polite">
          {selected.length === 0
            ? 'Select findings to act on them together.'
            : `${plural(selected.length, 'finding')} selected`}
        </span>
        <span className={styles.buttons}>
          {triage.allowed ? (
            <>
              {step('acknowledged', 'Acknowledge', handlers.onAcknowledge)}
              {step('suppressed', 'Suppress…', handlers.onSuppress)}
              {step('open', 'Open again', handlers.onReopen)}
            </>
          ) : (
            <GuardedButton variant="secondary" {...triage}>
              Acknowledge or suppress
            </GuardedButton>
          )}
          {acceptable.length > 0 && (
            <GuardedButton
              variant="secondary"
              {...accept}
              onPress={() => handlers.onAccept(acceptable)}
            >
              Accept live into git
            </GuardedButton>
          )}
          <GuardedButton
            allowed={plan.allowed && resources > 0}
            whyNot={plan.whyNot}
            onPress={() => handlers.onDeploy(plannable)}
          >
            {resources === 0 ? 'Review plan' : `Review plan for ${resources}`}
          </GuardedButton>
        </span>
      </div>
    </BgProvider>
  );
};
