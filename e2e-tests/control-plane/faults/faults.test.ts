import { existsSync } from 'node:fs';
import { currentCrds } from '../crdFolders';
import { answerCases } from './answerCases';
import { testDatabases } from './engineRooms';
import { addressCases } from './addressCases';
import { deployCases } from './deployCases';
import { engineCases } from './engineCases';
import { Stage } from './Stage';
import { watchCases } from './watchCases';
import { writeCases } from './writeCases';

// A real server, on machines that are busy with other tests
jest.setTimeout(120_000);

const suite = existsSync(currentCrds) ? describe : describe.skip;

suite('faults before a real API server (need the shared data)', () => {
  const databases = testDatabases();
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.start(databases);
  });
  afterEach(() => stage?.endScenes());
  afterAll(() => stage?.stop());

  describe('answers', () => {
    answerCases(() => stage);
  });
  describe('addresses and identity', () => {
    addressCases(() => stage);
  });
  describe('watches', () => {
    watchCases(() => stage);
  });
  describe('writes', () => {
    writeCases(() => stage);
  });
  describe('the engine', () => {
    engineCases(() => stage);
  });
  describe('deployments', () => {
    deployCases(() => stage);
  });
});
