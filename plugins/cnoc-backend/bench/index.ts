import { cold, manyFabrics, scaling, warm } from './drift';
import { fanOut, reaction, storm } from './events';
import { startFixtures, type Fixtures } from './fixture';
import { poll } from './git';
import { memory } from './memory';
import { checkingAll, checkingOne, printing, reading } from './model';
import { report, type Row } from './report';
import { again, first, next } from './sync';
import { during } from './syncLoad';
import { watchToFinding } from './watchToFinding';

const benchmarks: Record<string, (fixtures: Fixtures) => Promise<Row[]>> = {
  B1: warm,
  B2: cold,
  B6: poll,
  B7: first,
  B8: next,
  B9: again,
  B10: reading,
  B11: checkingOne,
  B12: checkingAll,
  B13: printing,
  B15: during,
  B16: async fixtures => [
    ...(await watchToFinding(fixtures)),
    ...(await reaction(fixtures)),
  ],
  B17: fanOut,
  B18: storm,
  B23: memory,
  B25: manyFabrics,
  B27: scaling,
};

async function main(wanted: string[]) {
  const unknown = wanted.filter(id => !Object.hasOwn(benchmarks, id));
  if (unknown.length > 0) {
    console.error(
      `There is no benchmark ${unknown.join(', ')}; there are ${Object.keys(
        benchmarks,
      ).join(', ')}.`,
    );
    process.exit(1);
  }
  const chosen = wanted.length > 0 ? wanted : Object.keys(benchmarks);
  console.log('Preparing fabrics of 1,000 and 10,000 objects …');
  const fixtures = await startFixtures();
  const rows: Row[] = [];
  try {
    for (const id of chosen) {
      console.log(`Measuring ${id} …`);
      rows.push(...(await benchmarks[id](fixtures)));
    }
  } finally {
    await fixtures.stop();
  }
  console.log(`\n${report(rows)}`);
  // Sockets to the lab are kept alive; nothing is left to do.
  process.exit();
}

main(process.argv.slice(2)).catch(error => {
  console.error(error);
  process.exit(1);
});
