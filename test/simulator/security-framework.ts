import { auditSession } from './audit-session';
import { askStandingStill } from './dialogs';
import { preferencesIn, whatIsThere } from './keychain-store';
import { record } from './ledger';
import { hasGraphicAccess } from './mac';
import { asMacPath } from './mac-files';
import { osStatus } from './os-status';
import { type Actor, lockState } from './securityd';
import type { ToolCall } from './tool-call';

const callerSecuritySession = 0xffff_ffff;
const neverSeconds = 2_147_483_647;

/** An open keychain, with what it may do for the rest of this process. */
interface OpenKeychain {
  readonly path: string;
  readonly mayAsk: boolean;
}

type Reference = unknown[];

/** What an unlocked keychain says of itself: unlocked 1, readable 2, writable 4. */
const unlockedStatus = 7;
const lockedStatus = 2;

/**
 * The part of Security.framework that JavaScript for Automation can call, answered from the same state as the tools and the C
 * stub. Whether a keychain may ask is decided when it is first opened: `dlclient.cpp` keeps the credentials of then.
 */
export const createFramework = (call: ToolCall) => {
  const { mac, session, caller } = call;
  const opened = new Map<string, OpenKeychain>();
  let mayAsk = true;

  const open = (path: string): OpenKeychain => {
    const known = opened.get(path);
    if (known) return known;
    if (mayAsk) record(mac, 'opened-with-interaction', actor(path));
    const keychain = { path, mayAsk };
    opened.set(path, keychain);
    return keychain;
  };
  const actor = (keychain: string): Actor => ({ session, keychain, by: `osascript ${caller.parentPid}` });
  const standard = (): OpenKeychain | null => {
    const path = preferencesIn(mac, session).standard;
    return path === null ? null : open(path);
  };
  const check = (keychain: OpenKeychain | null): number => {
    if (!keychain) return osStatus.noDefaultKeychain;
    const found = whatIsThere(mac.root, keychain.path);
    if (found === 'nothing') return osStatus.noSuchKeychain;
    return found === 'a-keychain' ? 0 : osStatus.invalidKeychain;
  };
  const makeUnlocked = ({ path, mayAsk: mayAskHere }: OpenKeychain): number => {
    if (!lockState(mac, session, path).isLocked) return 0;
    if (!mayAskHere || !hasGraphicAccess(mac.plan, session)) return osStatus.interactionNotAllowed;
    return askStandingStill(call, actor(path));
  };

  return {
    /** Of the caller only (-1). A question to the kernel: nothing is asked, nobody is. */
    SessionGetInfo(asked: number, id: Reference, attributes: Reference): number {
      const { number, bits } = auditSession(mac.plan, session);
      if (asked >>> 0 !== callerSecuritySession && asked !== number) return osStatus.invalidSession;
      id[0] = number;
      attributes[0] = bits;
      return 0;
    },
    SecKeychainSetUserInteractionAllowed(state: unknown): number {
      mayAsk = Boolean(state);
      return 0;
    },
    SecKeychainOpen(path: string, result: Reference): number {
      result[0] = open(asMacPath(mac.root, path));
      return 0;
    },
    SecKeychainCopyDefault(result: Reference): number {
      const keychain = standard();
      result[0] = keychain;
      return keychain ? 0 : osStatus.noDefaultKeychain;
    },
    SecKeychainGetStatus(given: OpenKeychain | null, status: Reference): number {
      const keychain = given ?? standard();
      const error = check(keychain);
      if (error !== 0 || !keychain) return error;
      status[0] = lockState(mac, session, keychain.path).isLocked ? lockedStatus : unlockedStatus;
      return 0;
    },
    SecKeychainCopySettings(given: OpenKeychain | null, settings: Reference | Record<string, unknown>): number {
      const keychain = given ?? standard();
      const error = check(keychain);
      if (error !== 0 || !keychain) return error;
      const status = makeUnlocked(keychain);
      if (status !== 0) return status;
      const { lockOnSleep, idleTimeoutSeconds } = lockState(mac, session, keychain.path);
      const values = { lockOnSleep: lockOnSleep ? 1 : 0, lockInterval: idleTimeoutSeconds ?? neverSeconds };
      if (Array.isArray(settings)) settings[0] = values;
      else Object.assign(settings, values);
      return 0;
    },
    CFRelease(): void {},
    CFRetain(reference: unknown): unknown {
      return reference;
    },
    kSecUnlockStateStatus: 1,
    kSecReadPermStatus: 2,
    kSecWritePermStatus: 4,
  };
};
