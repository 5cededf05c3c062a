import { join } from 'node:path';
import {
  applyDefaults,
  canonicalize,
  compareCanonical,
  validateFabric,
  validateObject,
} from '.';
import {
  copiesInAgent,
  readSample,
  sampleIndex,
  samples,
} from './__testUtils__/samples';
import { filesBelow, suiteWith } from './__testUtils__/sharedData';

suiteWith(join(samples, 'INDEX.tsv'))(
  'upstream samples (need the shared data)',
  () => {
    it('every row marked clean gives no error', () => {
      const wrong = sampleIndex()
        .filter(({ status }) => status === 'clean')
        .flatMap(({ file }) => {
          const { objects, diagnostics } = readSample(file);
          return [...diagnostics, ...validateFabric(objects)].filter(
            ({ severity }) => severity === 'critical',
          );
        });
      expect(wrong).toEqual([]);
    });

    it('every row that cannot be parsed or has an empty required field gives an error', () => {
      const quiet = sampleIndex()
        .filter(
          ({ status, issues }) =>
            status === 'unparsable' ||
            / is not of type |bad or missing name|name >11|namespace fab/.test(
              issues,
            ),
        )
        // `vpc-1:` without value means "all subnets", which the webhook accepts.
        .filter(
          ({ issues }) =>
            !issues.startsWith('schema VPCPeering spec.permit.[].vpc-01: None'),
        )
        .filter(({ file }) => {
          const { objects, diagnostics } = readSample(file);
          return ![...diagnostics, ...validateFabric(objects)].some(
            ({ severity }) => severity === 'critical',
          );
        })
        .map(({ file }) => file);
      expect(quiet).toEqual([]);
    });

    it('un-hydrated wiring is named', () => {
      const unnamed = sampleIndex()
        .filter(({ issues }) => issues.includes('un-hydrated'))
        .filter(
          ({ file }) =>
            !validateFabric(readSample(file).objects).some(
              ({ rule }) => rule === 'object.unhydrated',
            ),
        );
      expect(unnamed).toEqual([]);
    });

    it('every object equals its defaulted self', () => {
      let count = 0;
      for (const file of filesBelow(samples).filter(name =>
        name.endsWith('.yaml'),
      )) {
        for (const { object } of readSample(file).objects) {
          const drift = compareCanonical(
            canonicalize(object),
            canonicalize(applyDefaults(object)),
          );
          expect({ file, ...drift }).toEqual({
            file,
            state: 'synced',
            differences: [],
          });
          count += 1;
        }
      }
      expect(count).toBeGreaterThan(200);
    });

    it('defaulted copies inside agents are not changed by our defaulting', () => {
      let count = 0;
      for (const file of filesBelow(samples).filter(name =>
        name.startsWith('fabric-agents/'),
      )) {
        for (const { object: agent } of readSample(file).objects) {
          for (const copy of copiesInAgent(agent)) {
            expect(withoutLateFields(applyDefaults(copy))).toEqual(
              withoutLateFields(copy),
            );
            expect(
              validateObject(copy).filter(
                ({ severity }) => severity === 'critical',
              ),
            ).toEqual([]);
            count += 1;
          }
        }
      }
      expect(count).toBeGreaterThan(100);
    });
  },
);

/** DHCP routes became a defaulted list after the release these agents ran; an empty one is the same as none. */
function withoutLateFields<T>(object: T): T {
  return JSON.parse(
    JSON.stringify(object, (key, value) =>
      key === 'advertisedRoutes' && value.length === 0 ? undefined : value,
    ),
  );
}
