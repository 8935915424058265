// Loaded before a program: tells at its end what processor time it has taken, start and all, in milliseconds.
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  process.stderr.write(`${(user + system) / 1000}\n`);
});
