// Loaded into Electron before the app (`electron -r`): remembers the programs that the app starts, by Node's own word.
const { subscribe } = require('node:diagnostics_channel');
const { basename } = require('node:path');

const started = [];
subscribe('child_process', ({ process: child }) => started.push(child));
globalThis.startedChildren = () => started.map(({ spawnfile }) => basename(spawnfile));
globalThis.startedCommands = () =>
  started.map(({ spawnargs: [program = '', ...args] }) => [basename(program), ...args].join(' '));
globalThis.livingChildren = () =>
  started.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null).length;
