import type { KubernetesObject } from '@cnoc/hedgehog';
import { Lab } from '@cnoc/lab';
import type { ApiCaller } from '@cnoc/lab/src/testing';
import type { Knex } from 'knex';
import { ControlPlane } from '../ControlPlane';
import { currentCrds } from '../crdFolders';
import { installDefinitions } from '../installDefinitions';
import { migrateUp, type testDatabases } from './engineRooms';
import { pathOf } from './objects';
import { Scene } from './Scene';

type Databases = ReturnType<typeof testDatabases>;
type JsonBody = Parameters<ApiCaller['apply']>[1];

/** What all cases share: one real control plane, one git server, one database. Each case plays in a scene of its own. */
export class Stage {
  readonly plane: ControlPlane;
  readonly git: Lab['git'];
  readonly database: Knex;
  readonly #lab: Lab;
  readonly #databases: Databases;
  readonly #scenes: Scene[] = [];
  #count = 0;

  private constructor(
    plane: ControlPlane,
    lab: Lab,
    database: Knex,
    databases: Databases,
  ) {
    this.plane = plane;
    this.#databases = databases;
    this.git = lab.git;
    this.database = database;
    this.#lab = lab;
  }

  static async start(databases: Databases): Promise<Stage> {
    const database = await newDatabase(databases);
    const plane = await ControlPlane.start();
    await installDefinitions(plane.caller(), currentCrds);
    const lab = await Lab.start({ fabrics: [] });
    return new Stage(plane, lab, database, databases);
  }

  /** Empty tables, for an engine that must not see the fabrics of other cases. */
  newDatabase(): Promise<Knex> {
    return newDatabase(this.#databases);
  }

  /** Speaks with the server past every fault. */
  get api(): ApiCaller {
    return this.plane.caller();
  }

  /** A namespace of its own, behind a proxy of its own. */
  async newScene(): Promise<Scene> {
    this.#count += 1;
    const namespace = `case-${this.#count}`;
    await this.send('POST', '/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace },
    });
    const scene = await Scene.start(this, namespace);
    this.#scenes.push(scene);
    return scene;
  }

  async endScenes(): Promise<void> {
    for (const scene of this.#scenes.splice(0)) await scene.end();
  }

  async stop(): Promise<void> {
    await this.endScenes();
    await this.#lab.stop();
    await this.plane.stop();
  }

  /** Somebody else writes, whoever holds the fields. */
  async write(
    namespace: string,
    object: KubernetesObject,
    manager = 'kubectl-edit',
  ): Promise<KubernetesObject> {
    const { kind, metadata } = object;
    const { code, body } = await this.api.apply(
      pathOf(kind, namespace, metadata.name),
      object as unknown as JsonBody,
      manager,
      '&force=true',
    );
    if (code > 201) throw new Error(`${code} ${body.message}`);
    return body as unknown as KubernetesObject;
  }

  async send(
    method: string,
    path: string,
    object?: object,
    mediaType?: string,
  ): Promise<JsonBody> {
    const { code, body } = await this.api.request(
      method,
      path,
      object,
      mediaType,
    );
    if (code > 202) throw new Error(`${path}: ${code} ${body.message}`);
    return body;
  }
}

async function newDatabase(databases: Databases): Promise<Knex> {
  const database = await databases.init('SQLITE_3');
  await migrateUp(database);
  return database;
}
