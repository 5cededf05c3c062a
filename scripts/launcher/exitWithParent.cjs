// Loaded into the processes that the launcher starts: they end when it does, however it ends.
const GRACE_MS = 10_000;

process.on('disconnect', () => {
  // Nobody reads the output any more; without this, logging the shutdown would itself be an error to log.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), GRACE_MS).unref();
  process.kill(process.pid, 'SIGTERM');
});
process.channel?.unref();
