// Loaded into Electron before the app: koffi cannot be loaded, as when its binary does not fit the machine.
const Module = require('node:module');

const load = Module._load;
Module._load = function loadUnlessKoffi(request, ...rest) {
  if (request === 'koffi') throw new Error("Cannot find module 'koffi'");
  return load.call(this, request, ...rest);
};
