import { Severity } from '../model/Severity';

/** How grave an effect on a fabric is, as `Drift.rule` names it where the whole fabric was looked at. */
export interface ImpactRule {
  /** `impact.<type>.<change>`. */
  id: string;
  /** The gravest it can be. */
  severity: Severity;
  sentence: string;
}

/** Every rule that an effect can name. */
export const impactRules: readonly ImpactRule[] = [
  {
    id: 'impact.membership.lost',
    severity: 'critical',
    sentence: 'A server is no longer in a subnet.',
  },
  {
    id: 'impact.membership.gained',
    severity: 'warning',
    sentence: 'A server is in a subnet that it was not in.',
  },
  {
    id: 'impact.outside.lost',
    severity: 'critical',
    sentence: 'A server no longer reaches a network outside.',
  },
  {
    id: 'impact.outside.gained',
    severity: 'warning',
    sentence: 'A server reaches a network outside that it did not reach.',
  },
  {
    id: 'impact.reach.lost',
    severity: 'critical',
    sentence: 'Two servers no longer reach each other.',
  },
  {
    id: 'impact.reach.gained',
    severity: 'warning',
    sentence: 'Two servers reach each other that did not.',
  },
  {
    id: 'impact.redundancy.lost',
    severity: 'critical',
    sentence:
      'A device is cut off or loses its redundancy; a warning when it only has fewer links.',
  },
  {
    id: 'impact.redundancy.gained',
    severity: 'info',
    sentence: 'A device has more ways to the rest.',
  },
];
