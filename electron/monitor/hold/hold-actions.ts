import type { HoldRequest } from '../../core/hold/hold-request';
import type { Outcome } from '../../core/outcome';

/** What a click can do about a hold. */
export interface HoldActions {
  /**
   * Keeps keychains unlocked until the request's end: writes down what is to be put back, unlocks (the system's dialog asks)
   * and sets no timeout and no lock on sleep. Whatever fails or is cancelled on the way, everything is put back.
   */
  startHold(request: HoldRequest): Promise<Outcome<void>>;
  /** The same for whoever is not known to sit at this Mac: where it would have to unlock first, it does nothing (`locked`). */
  startHoldOfUnlocked(request: HoldRequest): Promise<Outcome<void>>;
  /**
   * Puts everything back. Resolves when the settings are back, or with what they wait for (`waits-for-unlock`,
   * `waits-for-decision`). Where another process keeps the hold, that is asked to, and waited for.
   *
   * @param options.relock locks the keychains also where they were unlocked before.
   */
  endHold(options?: { readonly relock?: boolean }): Promise<Outcome<void>>;
  /** The user's word on a keychain whose settings are not as the hold left them. */
  resolveHoldConflict(keychainPath: string, decision: 'put-back' | 'leave'): Promise<Outcome<void>>;
  /** For a quit that the hold is to outlive: the next start takes it up again, or ends it if it is over by then. */
  leaveHoldOn(): Promise<Outcome<void>>;
  /** Reads the journal again; changes nothing. */
  readHold(): Promise<void>;
}
