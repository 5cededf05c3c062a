/* eslint-disable @backstage/no-relative-monorepo-imports -- the launcher runs before anything is installed, so it is in no package */
export { Problem } from '../../../scripts/launcher/Problem.mjs';
export { outputOf, run } from '../../../scripts/launcher/processes.mjs';
