// Loaded into the processes that the launcher starts: they end when it does, however it ends.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
