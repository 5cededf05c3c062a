import type { CurrentObject } from './readLive';
import type { PlannedLine } from './PlanRecord';

/**
 * Says in which way reality left the plan, if it did.
 *
 * What counts is the object's identity and content, not its resourceVersion: status writes and heartbeats move that one
 * all the time without anybody having changed anything. The write itself still carries the newest resourceVersion.
 *
 * @param desiredHash - content that git has now; undefined when git has it no more
 */
export function voidReason(
  line: Pick<PlannedLine, 'kind' | 'name' | 'action' | 'desiredHash' | 'live'>,
  current: CurrentObject | undefined,
  desiredHash: string | undefined,
): string | undefined {
  const what = `${line.kind} '${line.name}'`;
  if (line.desiredHash !== desiredHash) {
    return `git has changed ${what} since the plan was made`;
  }
  if (!line.live) {
    return current && `${what} has been created since the plan was made`;
  }
  if (!current) return `${what} has been deleted since the plan was made`;
  if (current.uid !== line.live.uid) {
    return `${what} has been deleted and re-created since the plan was made`;
  }
  if (current.hash !== line.live.hash) {
    return `${what} has been changed in the cluster since the plan was made`;
  }
  return undefined;
}
