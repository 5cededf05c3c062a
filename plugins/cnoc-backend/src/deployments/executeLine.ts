import { compareCanonical, type KubernetesObject } from '@cnoc/hedgehog';
import type { DesiredObject } from '../desired';
import { ClusterError, type ClusterClient } from '../live';
import type { PlannedLine } from './PlanRecord';
import { currentOf, readLive, type CurrentObject } from './readLive';
import { voidReason } from './voidReason';
import { applyBodyOf, removalPatch, removalsOf } from './writesOf';

/** How a line ended; thrown errors are failures. */
export interface LineResult {
  message?: string;
  resourceVersion?: string;
}

/** A line cannot be executed, and trying again will not help. The message is fit for users. */
export class LineRefused extends Error {
  name = 'LineRefused';
}

/** Tries of one line when the object's version moves under it without its content changing. */
const MAX_TRIES = 3;

/**
 * Makes one line of a plan real. Safe to call again after it was cut off anywhere: what is done already is recognised,
 * what is half done is finished, and what somebody else changed in between is left alone.
 *
 * @param resumed - an earlier try may have written a part of it
 * @param before - called with the state before each write, and awaited
 * @throws LineRefused, ClusterError, the signal's abort
 */
export async function executeLine(
  line: PlannedLine,
  options: {
    desired: DesiredObject | undefined;
    client: ClusterClient;
    namespace: string;
    force: boolean;
    resumed: boolean;
    before: (canonical: KubernetesObject | undefined) => Promise<void>;
    signal: AbortSignal;
  },
): Promise<LineResult> {
  for (let tries = 1; ; tries++) {
    const current = await readLive(
      options.client,
      line.kind,
      line.name,
      options.signal,
    );
    const done = doneAlready(line, options.desired, current);
    if (done) return done;
    const moved = voidReason(line, current, options.desired?.hash);
    const halfDone =
      options.resumed && isHalfDone(line, options.desired, current);
    if (moved && !halfDone) throw new LineRefused(capital(moved));

    await options.before(current?.canonical);
    try {
      return line.action === 'delete'
        ? await remove(line, current!, options)
        : await write(line, current, options);
    } catch (error) {
      const stale =
        error instanceof ClusterError &&
        error.reason === 'conflict' &&
        !error.conflicts?.length;
      if (!stale || tries >= MAX_TRIES) throw error;
    }
  }
}

function doneAlready(
  line: PlannedLine,
  desired: DesiredObject | undefined,
  current: CurrentObject | undefined,
): LineResult | undefined {
  if (line.action === 'delete') {
    return current ? undefined : { message: 'It was gone already' };
  }
  if (!desired || !current || desired.hash !== line.desiredHash) {
    return undefined;
  }
  const drift = compareCanonical(desired.canonical, current.canonical);
  return drift.state === 'synced'
    ? {
        message: 'The cluster has it already',
        resourceVersion: current.resourceVersion,
      }
    : undefined;
}

/** After a cut between the apply and the removal patch, only fields that git does not have are left over. */
function isHalfDone(
  line: PlannedLine,
  desired: DesiredObject | undefined,
  current: CurrentObject | undefined,
): boolean {
  if (!desired || !current || desired.hash !== line.desiredHash) return false;
  if (line.live && line.live.uid !== current.uid) return false;
  const planned = new Set(line.differences.map(one => one.path));
  const left = compareCanonical(desired.canonical, current.canonical);
  return left.differences.every(
    one => one.desired === undefined && planned.has(one.path),
  );
}

async function remove(
  line: PlannedLine,
  current: CurrentObject,
  options: { client: ClusterClient; signal: AbortSignal },
): Promise<LineResult> {
  const { uid, resourceVersion } = current;
  await options.client.remove(
    line.kind,
    line.name,
    { uid, resourceVersion },
    options.signal,
  );
  return {};
}

async function write(
  line: PlannedLine,
  current: CurrentObject | undefined,
  options: {
    desired: DesiredObject | undefined;
    client: ClusterClient;
    namespace: string;
    force: boolean;
    signal: AbortSignal;
  },
): Promise<LineResult> {
  const { client, namespace, force, signal } = options;
  const desired = options.desired!;
  let result = await client.apply(
    applyBodyOf(desired.object, {
      namespace,
      precondition: current && {
        uid: current.uid,
        resourceVersion: current.resourceVersion,
      },
    }),
    { force },
    signal,
  );
  const removals = removalsOf(desired.canonical, result);
  if (removals.length > 0) {
    result = await client.patch(
      line.kind,
      line.name,
      removalPatch(removals, result),
      {},
      signal,
    );
  }
  const now = currentOf(result);
  const left = compareCanonical(desired.canonical, now.canonical);
  if (left.state !== 'synced') {
    const fields = left.differences.slice(0, 5).map(one => one.path);
    throw new LineRefused(
      `The cluster took the write, but still differs at ${fields.join(', ')}`,
    );
  }
  return { resourceVersion: now.resourceVersion };
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
