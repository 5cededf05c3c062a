import { addresses } from './engineContract/addresses';
import { CreateEngine, EngineHarness } from './engineContract/EngineHarness';
import { hostileContent } from './engineContract/hostileContent';
import { reading } from './engineContract/reading';
import { signatures } from './engineContract/signatures';
import { states } from './engineContract/states';
import { weakMachines } from './engineContract/weakMachines';
import { writing } from './engineContract/writing';
import { EngineTask } from './startEngineProcess';

/** What every engine does, and the bad input that every engine withstands. Run it once for each engine. */
export function gitEngineContract(
  kind: EngineTask['engine'],
  create: CreateEngine,
): void {
  // Real processes on a machine that may be busy.
  jest.setTimeout(60_000);

  const at = new EngineHarness(kind, create);
  beforeEach(() => at.start());
  afterEach(() => at.stop());

  reading(at);
  addresses(at);
  hostileContent(at);
  states(at);
  weakMachines(at);
  writing(at);
  signatures(at);
}
