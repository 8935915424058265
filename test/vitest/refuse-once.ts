import { refuseKeytar } from './refuse-keytar';
import { refuseLongSockets } from './refuse-long-sockets';
import { refuseNetwork } from './refuse-network';
import { refuseRealKeychain } from './refuse-real-keychain';

/**
 * What no test may reach, refused once in each process that runs test files. The one suite that is meant for a Mac's own `security`
 * asks for it by name; it works on a throw-away keychain.
 */
refuseNetwork();
refuseLongSockets();
refuseKeytar();
if (process.env.LATCHKEY_CONTRACT !== 'real-mac') refuseRealKeychain();
