import type { HoldRequest } from '../../core/hold/hold-request';
import { failure, type Outcome, success } from '../../core/outcome';
import { loginKeychain } from '../../core/words/login-keychain';
import { type ActionTarget, everything } from '../../core/words/pending';
import type { Snapshot } from '../../core/words/snapshot';
import type { MacDoors } from '../../system/doors';
import type { Scheduler } from '../loop/scheduler';
import type { HoldEngine } from './hold-engine';

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

/** What is being kept unlocked: one keychain by its name, several as everything. */
export const targetOf = (request: HoldRequest, keychains: Snapshot['keychains']): ActionTarget => {
  const meant = keychainsMeant(request, keychains);
  const [path, ...others] = meant.ok ? meant.value : [];
  return path === undefined || others.length > 0 ? everything : { kind: 'keychain', path };
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
    'Keep Unlocked is not over yet: the Latchkey that keeps it has to put the settings back first.',
  );
};
