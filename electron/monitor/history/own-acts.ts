import { isRecent, type OwnAct } from '../../core/history/own-act';
import { everything } from '../../core/words/pending';
import type { SecurityOutcome, SecurityTool } from '../../system/keychain/security';

export interface WitnessedSecurity {
  /** The same tool; what it is told to do is noted. */
  readonly security: SecurityTool;
  /** What goes on, and what has ended so short a time ago that a look to come may be the first to see it. */
  recentActs(): readonly OwnAct[];
}

/** Notes what Latchkey itself does, at the door, so that the history can tell it from what others do. */
export const witnessSecurity = (security: SecurityTool, now: () => number): WitnessedSecurity => {
  let acts: readonly OwnAct[] = [];

  const noted = async <Value>(
    act: Pick<OwnAct, 'kind' | 'target' | 'settings'>,
    run: () => Promise<SecurityOutcome<Value>>,
  ): Promise<SecurityOutcome<Value>> => {
    const begun: OwnAct = { ...act, startedAt: now(), endedAt: null, isDone: false };
    acts = [...acts.filter((one) => isRecent(one, now())), begun];
    let isDone = false;
    try {
      const outcome = await run();
      isDone = outcome.ok;
      return outcome;
    } finally {
      acts = acts.map((one) => (one === begun ? { ...begun, endedAt: now(), isDone } : one));
    }
  };

  return {
    security: {
      ...security,
      unlockWithSystemDialog: (keychainPath, signal) =>
        noted({ kind: 'unlock', target: keychain(keychainPath) }, () =>
          security.unlockWithSystemDialog(keychainPath, signal),
        ),
      lock: (keychainPath) =>
        noted({ kind: 'lock', target: keychain(keychainPath) }, () => security.lock(keychainPath)),
      lockAll: () => noted({ kind: 'lock', target: everything }, () => security.lockAll()),
      setAutoLock: (keychainPath, settings) =>
        noted({ kind: 'set-auto-lock', target: keychain(keychainPath), settings }, () =>
          security.setAutoLock(keychainPath, settings),
        ),
      readItem: (query, parse) =>
        noted({ kind: 'use', target: query.keychainPath === undefined ? null : keychain(query.keychainPath) }, () =>
          security.readItem(query, parse),
        ),
    },
    recentActs: () => {
      acts = acts.filter((act) => isRecent(act, now()));
      return acts;
    },
  };
};

const keychain = (path: string) => ({ kind: 'keychain', path }) as const;
