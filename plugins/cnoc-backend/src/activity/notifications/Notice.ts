import type { Activity } from '@cnoc/backstage-plugin-cnoc-common';
import type { ActivityEntry } from '../ActivityStore';

/** Severities that people are told of. */
export type NoticeSeverity = 'critical' | 'warning';

/**
 * One notification of a fabric. It is updated as the matter goes on, so that nobody gets a second one for the same matter.
 */
export interface Notice {
  /** The matter; unique in its fabric */
  scope: string;
  severity: NoticeSeverity;
  title: string;
  description: string;
  /** Page below the portal's root */
  link: string;
  state: 'open' | 'resolved';
  /** Findings that it stands for and that are not resolved yet */
  findings: number;
  /** Whether people have got it, in whatever version */
  sent: boolean;
  /** When it is to be sent, in milliseconds of the database; absent = nothing to send */
  dueAt?: number;
}

/** The findings that opened lately, each batch at most half a minute after the one before. */
export interface Wave {
  at: number;
  count: number;
  /** Once they are too many for one notification each */
  scope?: string;
  critical?: number;
  total?: number;
}

/** A line of the timeline, as far as it matters here. */
export type TellingLine = Pick<
  Activity,
  'id' | 'type' | 'severity' | 'actor' | 'message' | 'resource' | 'deployment'
> &
  Pick<ActivityEntry, 'tally'>;
