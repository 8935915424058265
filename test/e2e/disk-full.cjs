// Loaded into Electron before the app (`electron -r`): a disk on which nothing new has room, below the home folder of the simulated Mac.
const fs = require('node:fs');
const promises = require('node:fs/promises');

const home = process.env.HOME ?? '';
const full = (path) => Object.assign(new Error(`ENOSPC: no space left on device, open '${path}'`), { code: 'ENOSPC' });
const writes = (flags) =>
  typeof flags === 'string' ? /[wa+]/.test(flags) : typeof flags === 'number' && (flags & 3) !== 0;
const isBelow = (path) => typeof path === 'string' && home !== '' && path.startsWith(home);

const { open, mkdir } = promises;
promises.open = (path, flags, ...rest) =>
  isBelow(path) && writes(flags) ? Promise.reject(full(path)) : open(path, flags, ...rest);
promises.mkdir = (path, ...rest) =>
  isBelow(path) && !fs.existsSync(path) ? Promise.reject(full(path)) : mkdir(path, ...rest);
const { openSync } = fs;
fs.openSync = (path, flags, ...rest) => {
  if (isBelow(path) && writes(flags)) throw full(path);
  return openSync(path, flags, ...rest);
};
