import type { HoldRequest } from '../core/hold';
import { failure, type Outcome, success } from '../core/outcome';
import type { Snapshot } from '../core/snapshot';
import { loginKeychain } from '../core/warnings';
import type { MacDoors } from '../system/doors';
import type { HoldEngine } from './hold-engine';
import type { Scheduler } from './scheduler';

const askAgainMs = 200;
const longestAskMs = 30_000;

/** The keychains that a request means: those it names, each in the snapshot, or the login keychain. */
export const keychainsMeant = (
  { keychainPaths }: HoldRequest,
  keychains: Snapshot['keychains'],
): Outcome<readonly string[]> => {
  const login = loginKeychain(keychains);
  const wanted = keychainPaths ?? (login ? [login.path] : []);
  if (wanted.length === 0) return failure('no-keychain', 'No login keychain was found.');
  const stranger = wanted.find((path) => keychains.every((one) => one.path !== path));
  return stranger === undefined
    ? success(wanted)
    : failure('no-such-keychain', `There is no keychain ${stranger} in the search list.`);
};

/** Asks the process that keeps the hold to end it, by a file which it looks for, and waits until the journal is gone. */
export const askForEnd = async (
  {
    doors,
    scheduler,
    engine,
  }: { readonly doors: MacDoors; readonly scheduler: Scheduler; readonly engine: HoldEngine },
  relock: boolean,
): Promise<Outcome<void>> => {
  const asked = await doors.holdJournal.requestEnd(relock);
  if (!asked.ok) return asked;
  for (let waitedMs = 0; waitedMs < longestAskMs; waitedMs += askAgainMs) {
    await new Promise<void>((resume) => scheduler.after(askAgainMs, resume));
    await engine.refresh();
    const seen = engine.seen();
    if (!seen) return success(undefined);
    if (seen.standing.kind === 'left') return engine.end({ relock });
  }
  return failure(
    'not-ended',
    'The hold is not over yet: the Latchkey that keeps it has to put the settings back first.',
  );
};
