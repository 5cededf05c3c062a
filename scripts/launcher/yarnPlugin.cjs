// `yarn start` and the like in a fresh clone: without this, Yarn refuses to run any script before an install, and the
// install is the launcher's business. It needs the machine's Node only.
module.exports = {
  name: 'cnoc-launcher',
  factory: require => {
    const { Command, Option } = require('clipanion');
    const { spawn } = require('node:child_process');
    const path = require('node:path');
    const launcher = path.join(__dirname, '../launch.mjs');

    const commands = ['start', 'test', 'e2e', 'bench', 'lab', 'reset'];
    return {
      commands: commands.map(
        name =>
          class extends Command {
            static paths = [[name]];
            args = Option.Proxy();

            execute() {
              return new Promise((resolve, reject) => {
                const child = spawn(
                  process.execPath,
                  [launcher, name, ...this.args],
                  { stdio: 'inherit', cwd: path.join(__dirname, '../..') },
                );
                process.on('SIGINT', () => {});
                process.on('SIGTERM', () => child.kill('SIGTERM'));
                child.once('error', reject);
                child.once('exit', code => resolve(code ?? 1));
              });
            }
          },
      ),
    };
  },
};
