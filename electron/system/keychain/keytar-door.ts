import type { AccessObstacle, AccessProblem, AppAccess } from '../../core/keychain/app-access-check';
import { meaningOfRefusal, type RefusalMeaning } from '../../core/keychain/refusal';
import type { Outcome } from '../../core/outcome';
import type { MacHost } from '../mac/host';
import { checkWith, type Keyring } from './app-access';
import type { FrameworkLibrary } from './framework-library';
import type { FrameworkTurn } from './framework-turn';
import { problemOfWords, wordsOfError } from './keyring-refusals';
import { type ProcessPlace, whyNoKeyring } from './private-keyring';
import type { LockDoor, SecurityTool } from './security';

/** Makes the calls that programs with keytar make. Only ever after a click. */
export interface AppAccessDoor {
  /** Writes, reads and deletes one item of our own; raises no dialog, and answers within its time limit. */
  check(): Promise<AppAccess>;
  /** Whether a call of an earlier check has not come back. Its thread would hold up the end of this process. */
  isStuck(): boolean;
}

interface KeytarDoorParts {
  readonly host: MacHost;
  /** Loading it has forbidden this process to prompt, which holds for keytar's calls too (Security `Globals.cpp`). */
  readonly library: Outcome<FrameworkLibrary>;
  readonly lock: Pick<LockDoor, 'read'>;
  readonly security: Pick<SecurityTool, 'defaultKeychain'>;
  /** keytar calls the framework on threads of its own: each call waits for its turn among Latchkey's. */
  readonly turn?: Pick<FrameworkTurn, 'hold'>;
}

/** What a test puts in place of the real ones. */
interface KeytarDoorOptions {
  readonly load?: () => Promise<Keyring>;
  readonly place?: ProcessPlace;
  readonly timeLimitMs?: number;
}

const thisProcess: ProcessPlace = { platform: process.platform, environment: process.env };
const usualTimeLimitMs = 6_000;
/** Of the four threads that also read the files for each look (libuv's pool), as many may be lost to a hung keyring. */
const mostStuckCalls = 2;

export const createKeytarDoor = (
  { host, library, lock, security, turn }: KeytarDoorParts,
  { load = loadKeytar, place = thisProcess, timeLimitMs = usualTimeLimitMs }: KeytarDoorOptions = {},
): AppAccessDoor => {
  const stuck = new Set<Promise<unknown>>();
  const onStuck = (call: Promise<unknown>) => {
    stuck.add(call);
    void call.finally(() => stuck.delete(call));
  };

  /** What the words leave open, and whether they mean locked, the lock state tells: not that of another keyring than this Mac's. */
  const problemOf = async (said: string): Promise<AccessProblem> => {
    const problem = problemOfWords(said);
    if (host.kind !== 'macos') return problem ?? 'refused';
    if (problem !== null && problem !== 'keychain-locked') return problem;
    const keychain = await security.defaultKeychain();
    if (!keychain.ok) return keychain.code === 'no-default-keychain' ? 'no-default-keychain' : 'refused';
    return problemAt[meaningOfRefusal('item', (await lock.read(keychain.value)).state)];
  };

  return {
    isStuck: () => stuck.size > 0,
    async check() {
      if (!library.ok) {
        return notPossible(
          'could-prompt',
          `${library.reason} Without it the check could raise a dialog, so none was made.`,
        );
      }
      const noKeyring = whyNoKeyring(host, place);
      if (noKeyring !== null) return notPossible('no-private-keyring', noKeyring);
      if (stuck.size >= mostStuckCalls) {
        const reason = 'Earlier checks still wait for the keychain’s answer. Try again later, or restart the Mac.';
        return notPossible('still-waiting', reason);
      }
      let keyring: Keyring;
      try {
        keyring = inTurns(await load(), turn);
      } catch (error) {
        return notPossible('no-native-module', `keytar’s native part could not be loaded: ${wordsOfError(error)}`);
      }
      return checkWith({ keyring, now: host.now(), timeLimitMs, onStuck, problemOf });
    },
  };
};

const problemAt: Readonly<Record<RefusalMeaning, AccessProblem>> = {
  locked: 'keychain-locked',
  'not-allowed': 'refused',
  'cannot-tell': 'refused',
};

const inTurns = (keyring: Keyring, turn: KeytarDoorParts['turn']): Keyring =>
  turn === undefined
    ? keyring
    : {
        setPassword: (...item) => turn.hold(() => keyring.setPassword(...item)),
        getPassword: (...item) => turn.hold(() => keyring.getPassword(...item)),
        deletePassword: (...item) => turn.hold(() => keyring.deletePassword(...item)),
        findCredentials: (service) => turn.hold(() => keyring.findCredentials(service)),
      };

const notPossible = (code: AccessObstacle, reason: string): AppAccess => ({ kind: 'not-possible', code, reason });

/** The one place that loads keytar, and only once somebody has asked for the check. */
const loadKeytar = async (): Promise<Keyring> => {
  const loaded: Keyring & { readonly default?: Keyring } = await import('keytar');
  // A CommonJS module, seen from an ES module, is the default.
  return loaded.default ?? loaded;
};
