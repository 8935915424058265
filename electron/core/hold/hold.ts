import type { AutoLockSettings } from '../words/keychain';

/** What a hold sets: no timeout, no lock on sleep. */
export const heldSettings: AutoLockSettings = { lockOnSleep: false, idleTimeoutSeconds: null };
