import { refuseKeytar } from './refuse-keytar';
import { refuseNetwork } from './refuse-network';
import { refuseRealKeychain } from './refuse-real-keychain';

/**
 * Set up in every vitest project. The one suite that is meant for a Mac's own `security` asks for it by name; it works
 * on a throw-away keychain.
 */
refuseNetwork();
refuseKeytar();
if (process.env.LATCHKEY_CONTRACT !== 'real-mac') refuseRealKeychain();
