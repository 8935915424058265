import type { AutoLockSettings } from '../words/keychain';
import { loginKeychain } from '../words/login-keychain';
import type { RemoteAccess } from '../words/session';
import type { Snapshot } from '../words/snapshot';
import { sameAutoLock } from './auto-lock';

export interface AutoLockRecommendation {
  readonly settings: AutoLockSettings;
  /** Why, in a sentence or two. */
  readonly sentence: string;
}

const hourSeconds = 3600;

/**
 * What would fit this Mac, for somebody who asks. A Mac that travels and one that stands in a closet want opposite things.
 *
 * @param present the settings now.
 * @returns null where the present ones fit already, and where too little is known to advise.
 */
export const recommendAutoLock = (
  present: AutoLockSettings,
  access: Pick<RemoteAccess, 'remoteLogin' | 'fileVault' | 'autoLogin' | 'systemSleep'>,
): AutoLockRecommendation | null => {
  const fitting = recommendFor(access);
  return fitting === null || sameAutoLock(fitting.settings, present) ? null : fitting;
};

/** The same for the keychain that the tools use; null where nobody has looked, too. */
export const recommendedAutoLock = (
  snapshot: Pick<Snapshot, 'keychains' | 'remoteAccess'> | null,
): AutoLockRecommendation | null => {
  const present = snapshot === null ? undefined : loginKeychain(snapshot.keychains)?.autoLock;
  if (snapshot === null || present === undefined || present.source === 'unknown') return null;
  return recommendAutoLock(present, snapshot.remoteAccess);
};

const recommendFor = ({
  remoteLogin,
  fileVault,
  autoLogin,
  systemSleep,
}: Parameters<typeof recommendAutoLock>[1]): AutoLockRecommendation | null => {
  if (systemSleep === undefined || systemSleep.batteryMinutes === 'unknown' || remoteLogin === 'unknown') return null;
  if (systemSleep.batteryMinutes !== 'no-battery') {
    return remoteLogin === 'on'
      ? {
          settings: { lockOnSleep: true, idleTimeoutSeconds: null },
          sentence:
            'This Mac travels and is reached from afar: locking on sleep covers a closed lid, and no timeout ends remote work while it is awake.',
        }
      : {
          settings: { lockOnSleep: true, idleTimeoutSeconds: hourSeconds },
          sentence: 'This Mac travels, and nobody works on it from afar: lock on sleep, and after an hour without use.',
        };
  }
  // Nothing remote to break, nothing to weigh it against: macOS's own default is as good.
  if (remoteLogin === 'off' || fileVault === 'unknown') return null;
  if (fileVault === 'on') {
    return {
      settings: { lockOnSleep: false, idleTimeoutSeconds: null },
      sentence:
        'This Mac stays in its place, on power, with an encrypted disk: a timeout would mostly end remote work. Lock by hand when you want it locked.',
    };
  }
  const stored =
    autoLogin === 'on' ? ' Automatic login keeps your password on that disk as well: think of FileVault.' : '';
  return {
    settings: { lockOnSleep: true, idleTimeoutSeconds: null },
    sentence: `This Mac stays in its place, on power, and its disk is not encrypted: let sleep lock it, and let no timeout end remote work.${stored}`,
  };
};
