import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault } from '../faults/Fault';
import type { SwitchAgents } from '../agents/SwitchAgents';
import { isJsonObject, type JsonObject } from '../kubernetes/json';
import { parseBody } from '../kubernetes/parseBody';
import { StatusError, badRequest, NoSuchPath } from '../kubernetes/StatusError';
import type { LabCluster } from '../LabCluster';
import { readBody } from './readBody';
import type { Handler } from './LabServer';
import { sendJson } from './sendJson';

export interface ControlledLab {
  readonly url: string;
  readonly clusters: ReadonlyMap<string, LabCluster>;
  readonly agents: ReadonlyMap<string, SwitchAgents>;
  readonly git: { url: string; repositoryUrl(name: string): string };
}

const CLUSTER = /^\/clusters\/([^/]+)\/(faults|edit|agents)$/;
const EFFECTS = [
  'status',
  'latencyMs',
  'hang',
  'cutWatchAfterEvents',
  'silentWatch',
  'swallowEvents',
];

/** The control desk for people and browser tests: what runs, faults, and edits as somebody else. */
export function labControl(lab: ControlledLab): Handler {
  return async (request, response, url) => {
    try {
      sendJson(response, 200, await control(lab, request, url));
    } catch (error) {
      if (!(error instanceof Error)) {
        throw error;
      }
      sendFailure(response, error);
    }
  };
}

async function control(
  lab: ControlledLab,
  request: IncomingMessage,
  url: URL,
): Promise<unknown> {
  if (url.pathname === '/' && request.method === 'GET') {
    return describe(lab);
  }
  const [, name, what] = CLUSTER.exec(url.pathname) ?? [];
  const cluster = lab.clusters.get(name);
  if (!cluster) {
    throw new NoSuchPath();
  }
  if (what === 'faults' && request.method === 'DELETE') {
    cluster.faults.clear();
    return { faults: 0 };
  }
  if (request.method !== 'POST') {
    throw new NoSuchPath();
  }
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('application/json')) {
    throw badRequest('the content type must be application/json');
  }
  const body = parseBody(await readBody(request), 'application/json');
  if (what === 'faults') {
    cluster.faults.add(readFault(body));
    return { added: true };
  }
  if (what === 'agents') {
    return changeSwitch(lab.agents.get(name), body);
  }
  const { kind, name: object, patch, manager } = body;
  if (
    typeof kind !== 'string' ||
    typeof object !== 'string' ||
    typeof manager !== 'string' ||
    !isJsonObject(patch)
  ) {
    throw badRequest('the body must have kind, name, manager and patch');
  }
  return cluster.patch(kind, object, patch, { manager });
}

/**
 * `{ "switch": "leaf-01" }` and one of `"silent": true`, `"port": "E1/49", "up": false`,
 * `"neighbor": "172.30.128.0", "session": "idle"`, `"reboot": true`
 */
function changeSwitch(
  agents: SwitchAgents | undefined,
  body: JsonObject,
): unknown {
  if (!agents || typeof body.switch !== 'string') {
    throw badRequest('the body must name a switch, and agents must be running');
  }
  const { switch: name, port, neighbor, session } = body;
  if (typeof port === 'string') {
    agents.setLink(name, port, body.up === true);
    return { switch: name, port, up: body.up === true };
  }
  if (typeof neighbor === 'string' && typeof session === 'string') {
    agents.setSession(name, neighbor, session);
    return { switch: name, neighbor, session };
  }
  if (typeof body.reboot === 'boolean') {
    agents.setReboot(name, body.reboot);
    return { switch: name, reboot: body.reboot };
  }
  if (body.silent === true) {
    agents.silence(name);
  } else {
    agents.revive(name);
  }
  return { switch: name, silent: body.silent === true };
}

function describe(lab: ControlledLab): unknown {
  return {
    url: lab.url,
    clusters: [...lab.clusters.values()].map(cluster => ({
      name: cluster.name,
      url: cluster.url,
      uid: cluster.uid,
      objects: cluster.counts(),
    })),
    git: { url: lab.git.url, fabrics: lab.git.repositoryUrl('fabrics') },
  };
}

function readFault(body: JsonObject): Fault {
  if (!EFFECTS.some(effect => body[effect] !== undefined)) {
    throw badRequest(`a fault needs one of ${EFFECTS.join(', ')}`);
  }
  const numbers = [
    'status',
    'latencyMs',
    'times',
    'retryAfterSeconds',
    'cutWatchAfterEvents',
    'swallowEvents',
  ];
  for (const key of numbers) {
    const value = body[key];
    if (
      value !== undefined &&
      (!Number.isInteger(value) || Number(value) < 0)
    ) {
      throw badRequest(`${key} must be a whole number`);
    }
  }
  return body as unknown as Fault;
}

function sendFailure(response: ServerResponse, error: Error): void {
  const code = error instanceof StatusError ? error.code : 400;
  sendJson(response, code, { message: error.message });
}
