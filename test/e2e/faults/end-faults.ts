import { join } from 'node:path';
import type { AppFault } from './app-fault';
import { mac, supportFolder } from './load-faults';

const lockedMac = { ...mac, sessions: [{ id: 'desk', kind: 'desktop' as const, tty: 'console', unlocked: [] }] };

/** Asks without end and reads nothing of what is answered. */
const neverReads = `const [, path] = process.argv;
const line = JSON.stringify({ id: 1, verb: 'state.get' }) + '\\n';
for (let peer = 0; peer < 16; peer += 1) {
  const socket = require('node:net').connect(path);
  socket.pause();
  socket.on('error', () => undefined);
  const ask = () => { if (!socket.destroyed) socket.write(line.repeat(200), () => setTimeout(ask, 10)); };
  socket.on('connect', ask);
}
setTimeout(() => process.exit(), 7_000);`;

/** Others come to the app, or it comes to its end, in the wrong moment. */
export const endFaults: readonly AppFault[] = [
  {
    name: 'three more apps started at once',
    scenario: mac,
    begin: (app) => Promise.all([app.launchAgain(), app.launchAgain(), app.launchAgain()]),
    named: null,
  },
  {
    name: 'a quit while the system’s dialog is open',
    scenario: lockedMac,
    async begin(app, page) {
      const [path] = (await app.state()).snapshot?.keychains.map((one) => one.path) ?? [];
      await page.evaluate((keychainPath) => void window.latchkey.keychain.unlock({ keychainPath }), path ?? '');
      await app.mac.dialogs.waitForOne();
    },
    named: null,
    forMs: 3_000,
  },
  {
    name: '16 peers at the command line’s socket that never read',
    scenario: mac,
    async begin(app) {
      const socket = join(app.mac.environment().HOME ?? '', supportFolder, 'latchkey.sock');
      await app.runAsItsUser('-e', neverReads, socket);
    },
    named: null,
    check: async (app) =>
      ((await app.askSocket('state.get', undefined)) as { readonly ok?: boolean }).ok === true
        ? []
        : ['The socket does not answer any more.'],
  },
];
