// Loaded into Electron before the app (`electron -r`): a Mac that tells of no changed file.
const { EventEmitter } = require('node:events');
const fs = require('node:fs');

fs.watch = () => Object.assign(new EventEmitter(), { close: () => undefined });
