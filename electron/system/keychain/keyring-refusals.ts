import type { AccessProblem } from '../../core/keychain/app-access-check';
import { messageOfError } from '../../core/text/name-of-error';

/**
 * keytar passes on the words of the system and no code: SecCopyErrorMessageString on macOS (in the user's language),
 * GError messages of libsecret on Linux. Known in English; whatever else is asked of the lock door.
 */
const known: readonly (readonly [RegExp, AccessProblem])[] = [
  // errSecInteractionNotAllowed, -25308
  [/User interaction is not allowed|In dark wake, no UI possible/i, 'keychain-locked'],
  // errSecNoDefaultKeychain, -25307
  [/default keychain could not be found/i, 'no-default-keychain'],
  [/in a locked (collection|keyring)|collection is locked/i, 'keychain-locked'],
  [
    /not provided by any \.service files|Could not connect|Cannot (autolaunch|spawn) D-Bus|Cannot autolaunch|Error spawning command line .dbus-launch|ServiceUnknown/i,
    'no-keyring-service',
  ],
];

/** @returns null where the words alone do not say it. */
export const problemOfWords = (said: string): AccessProblem | null =>
  known.find(([words]) => words.test(said))?.[1] ?? null;

/** The first line of what an error says, short enough to show. */
export const wordsOfError = (error: unknown): string =>
  (messageOfError(error).split('\n', 1)[0] ?? '').trim().slice(0, 200);
