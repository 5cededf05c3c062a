// What Yarn 1 runs here instead of itself (see .yarnrc): it can start and test the project, but not install it.
const { spawnSync } = require('node:child_process');
const path = require('node:path');

const args = process.argv.slice(2).filter(arg => arg !== 'run');
const commands = ['start', 'test', 'e2e', 'bench', 'lab', 'reset'];
if (!commands.includes(args[0])) {
  console.error(
    `Yarn 1 can only run ${commands.join(
      ', ',
    )} here. For anything else: node scripts/launch.mjs run yarn ${args.join(
      ' ',
    )}`,
  );
  process.exit(1);
}
process.on('SIGINT', () => {});
const launcher = path.join(__dirname, '../launch.mjs');
const { status } = spawnSync(process.execPath, [launcher, ...args], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
