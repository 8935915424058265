import { createRequire } from 'node:module';
import type Koffi from 'koffi';
import { failure, type Outcome, success } from '../../core/outcome';
import { messageOfError } from '../../core/text/name-of-error';
import type { MacHost } from '../mac/host';
import { onDisk } from '../mac/host';
import { type FrameworkTurn, frameworkTurnOf } from './framework-turn';
import { inUseStatus } from './os-status';
import { bindPasswordSearch, type PasswordSearch } from './password-search';

/** Security.framework's C functions as this process calls them. Statuses are OSStatus: 0 or a negative number. */
export interface FrameworkLibrary {
  /**
   * @returns what `use` returned, or the OSStatus of the open that failed; while a call is under way on another thread, that
   * the framework is in use. The reference is released afterwards.
   */
  withKeychain<Value>(
    keychainPath: string,
    use: (keychain: OpenKeychain) => Value,
  ): Value | { readonly osStatus: number };
  /**
   * SessionGetInfo of this process: the number of its security session and its attribute bits. A question to the kernel
   * (Security `Authorization.cpp`): no prompt, no securityd. Not deprecated.
   */
  sessionInfo(): { readonly osStatus: number; readonly id: number; readonly bits: number };
  /** Whoever asks for more than a moment takes his turn, so that no two calls are in the framework at once. */
  readonly turn: FrameworkTurn;
  /** The way to all of a keychain's passwords by their attributes; bound when it is first asked for. */
  passwords(): Outcome<PasswordSearch, 'not-loadable'>;
}

export interface OpenKeychain {
  /** The bits of SecKeychainGetStatus: 1 unlocked, 2 readable, 4 writable. A flag is read: no unlock, prompt or timer. */
  status(): { readonly osStatus: number; readonly bits: number };
  /** SecKeychainCopySettings. It unlocks a locked keychain, so it is asked only of an unlocked one, with interaction off. */
  settings(): { readonly osStatus: number; readonly lockOnSleep: boolean; readonly lockInterval: number };
}

const securityPath = '/System/Library/Frameworks/Security.framework/Security';
const coreFoundationPath = '/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation';

/** Stands for the session of whoever asks (AuthSession.h). */
const callerSecuritySession = 0xffff_ffff;

/**
 * Loads koffi and the two frameworks, and forbids this process to prompt before it does anything else with keychains:
 * the credentials that would ask are captured when a keychain is first opened (Security `dlclient.cpp`, `Globals.cpp`),
 * so the ban comes first and is never lifted.
 *
 * The functions are deprecated since macOS 10.10 and still shipped in macOS 26.
 */
export const loadFrameworkLibrary = (host: MacHost): Outcome<FrameworkLibrary, 'not-loadable'> => {
  try {
    // Loaded here and not at the top, so that Latchkey runs where koffi's native part does not load.
    const require = createRequire(import.meta.url);
    const library = bind(require('koffi') as typeof Koffi, host);
    return library;
  } catch (error) {
    return notReached(error);
  }
};

const notReached = (error: unknown) => {
  const reason = messageOfError(error);
  return failure('not-loadable', `Security.framework could not be reached from this process: ${firstLine(reason)}.`);
};

const bind = (koffi: typeof Koffi, host: MacHost): Outcome<FrameworkLibrary, 'not-loadable'> => {
  const security = koffi.load(onDisk(host, securityPath));
  const turn = frameworkTurnOf(onDisk(host, securityPath));
  const forbidPrompts = security.func('int32_t SecKeychainSetUserInteractionAllowed(uint8_t state)');
  const forbidden: number = forbidPrompts(0);
  if (forbidden !== 0) return failure('not-loadable', `macOS did not promise to raise no dialog (${forbidden}).`);

  const coreFoundation = koffi.load(onDisk(host, coreFoundationPath));
  const release = coreFoundation.func('void CFRelease(void *value)');
  const open = security.func('int32_t SecKeychainOpen(const char *path, _Out_ void **keychain)');
  const getStatus = security.func('int32_t SecKeychainGetStatus(void *keychain, _Out_ uint32_t *status)');
  const settingsLayout = koffi.struct({
    version: 'uint32_t',
    lockOnSleep: 'uint8_t',
    useLockInterval: 'uint8_t',
    lockInterval: 'uint32_t',
  });
  const copySettings = security.func('SecKeychainCopySettings', 'int32_t', [
    'void *',
    koffi.inout(koffi.pointer(settingsLayout)),
  ]);

  const getSessionInfo = security.func(
    'int32_t SessionGetInfo(uint32_t session, _Out_ uint32_t *id, _Out_ uint32_t *attributes)',
  );

  const opened = (keychain: unknown): OpenKeychain => ({
    status() {
      const bits: [number] = [0];
      return { osStatus: getStatus(keychain, bits), bits: bits[0] };
    },
    settings() {
      const settings = { version: 1, lockOnSleep: 0, useLockInterval: 0, lockInterval: 0 };
      const osStatus: number = copySettings(keychain, settings);
      return { osStatus, lockOnSleep: settings.lockOnSleep !== 0, lockInterval: settings.lockInterval };
    },
  });

  let passwords: Outcome<PasswordSearch, 'not-loadable'> | null = null;
  const bindPasswords = (): Outcome<PasswordSearch, 'not-loadable'> => {
    try {
      return success(bindPasswordSearch(koffi, { security, coreFoundation }));
    } catch (error) {
      return notReached(error);
    }
  };

  return success({
    turn,
    passwords() {
      passwords ??= bindPasswords();
      return passwords;
    },
    sessionInfo() {
      const [id, bits]: [[number], [number]] = [[0], [0]];
      return { osStatus: getSessionInfo(callerSecuritySession, id, bits), id: id[0], bits: bits[0] };
    },
    withKeychain(keychainPath, use) {
      if (turn.isTaken()) return { osStatus: inUseStatus };
      const reference: [unknown] = [null];
      const osStatus: number = open(keychainPath, reference);
      if (osStatus !== 0) return { osStatus };
      try {
        return use(opened(reference[0]));
      } finally {
        if (reference[0] !== null) release(reference[0]);
      }
    },
  });
};

const firstLine = (text: string): string => (text.split('\n', 1)[0] ?? '').slice(0, 200);
