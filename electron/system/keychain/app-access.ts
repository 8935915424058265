import { randomBytes } from 'node:crypto';
import type { AccessProblem, AccessStep, AccessStepName, AppAccess } from '../../core/keychain/app-access-check';
import { wordsOfError } from './keyring-refusals';

/** keytar's functions, as far as the check uses them. */
export interface Keyring {
  setPassword(service: string, account: string, password: string): Promise<void>;
  getPassword(service: string, account: string): Promise<string | null>;
  deletePassword(service: string, account: string): Promise<boolean>;
  findCredentials(service: string): Promise<readonly { readonly account: string }[]>;
}

export const checkService = 'Latchkey check';

interface CheckTools {
  readonly keyring: Keyring;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Of the whole check. */
  readonly timeLimitMs: number;
  /** Told of a call that has not come back in time, together with what is done once it has. */
  readonly onStuck: (call: Promise<unknown>) => void;
  readonly problemOf: (said: string) => Promise<AccessProblem>;
}

const expired = Symbol('expired');

/**
 * Writes, reads and deletes one item with a value that nobody needs. After a call that does not come back no other is
 * made, since each holds a thread; the item is then removed when it does.
 *
 * @returns always, within the time limit and what `problemOf` takes.
 */
export const checkWith = async (tools: CheckTools): Promise<AppAccess> => {
  const { keyring, now } = tools;
  const { inTime, end } = startClock(tools);
  const account = newAccount(now);
  const value = randomBytes(24).toString('hex');
  const steps: AccessStep[] = [];
  const remove = () => keyring.deletePassword(checkService, account);

  /** @returns whether the next call may be made. */
  const take = async <Value>(
    step: AccessStepName,
    call: () => Promise<Value>,
    judge: (answer: Value) => AccessProblem | null,
  ): Promise<boolean> => {
    try {
      const answer = await inTime(call, remove);
      const problem = answer === expired ? 'timed-out' : judge(answer);
      steps.push(problem === null ? { step, result: 'ok' } : { step, result: 'refused', problem, said: null });
      return answer !== expired;
    } catch (error) {
      const said = wordsOfError(error);
      steps.push({ step, result: 'refused', problem: await tools.problemOf(said), said });
      return step !== 'write';
    }
  };
  const notTried = (...names: readonly AccessStepName[]) => {
    for (const step of names) steps.push({ step, result: 'not-tried' });
    return { kind: 'checked', steps, removedLeftovers: 0 } as const;
  };

  try {
    const written = await take(
      'write',
      () => keyring.setPassword(checkService, account, value),
      () => null,
    );
    if (!written) return notTried('read', 'delete');
    const goesOn = await take(
      'read',
      () => keyring.getPassword(checkService, account),
      (read) => (read === null ? 'not-there' : read === value ? null : 'wrong-value'),
    );
    if (!goesOn) return notTried('delete');
    const removed = await take('delete', remove, (wasThere) => (wasThere ? null : 'not-there'));
    const removedLeftovers = removed ? await removeLeftovers(keyring, now, inTime) : 0;
    return { kind: 'checked', steps, removedLeftovers };
  } finally {
    end();
  }
};

/** @param afterwards what is done when the call comes back too late after all. */
type InTime = <Value>(
  call: () => Promise<Value>,
  afterwards: () => Promise<unknown>,
) => Promise<Value | typeof expired>;

const startClock = ({ timeLimitMs, onStuck }: CheckTools): { readonly inTime: InTime; end(): void } => {
  let timer: NodeJS.Timeout | undefined;
  const timeIsUp = new Promise<typeof expired>((resolve) => {
    timer = setTimeout(() => resolve(expired), timeLimitMs);
  });
  return {
    async inTime(call, afterwards) {
      const running = call();
      const first = await Promise.race([running, timeIsUp]);
      if (first === expired) onStuck(running.then(afterwards, afterwards).catch(() => undefined));
      return first;
    },
    end: () => clearTimeout(timer),
  };
};

/**
 * What an earlier check has left, because it crashed. keytar reads the values of these items with their names, on this
 * one service of ours, and they are dropped unseen; it is asked only after a write has shown the keychain unlocked.
 */
const removeLeftovers = async (keyring: Keyring, now: number, inTime: InTime): Promise<number> => {
  let removed = 0;
  const nothing = () => Promise.resolve();
  try {
    const found = await inTime(() => keyring.findCredentials(checkService), nothing);
    if (found === expired) return removed;
    for (const account of found.map((one) => one.account).filter((name) => isLeftover(name, now))) {
      const wasThere = await inTime(() => keyring.deletePassword(checkService, account), nothing);
      if (wasThere === expired) return removed;
      if (wasThere) removed += 1;
    }
  } catch {
    // They harm nobody, and the next check tries again.
  }
  return removed;
};

const pattern = /^check-(\d{1,15})-[0-9a-f]{16}$/;

/** Another Latchkey (the command line beside the app) may be in the middle of a check of its own. */
const stillInUseMs = 60_000;

/** The account of a new item. It tells when its check began, so that another one knows whether it is left over. */
export const newAccount = (now: number): string => `check-${Math.trunc(now)}-${randomBytes(8).toString('hex')}`;

/** Whether an item of the check's service was left behind. Whatever is not named as the check names its items is not ours. */
export const isLeftover = (account: string, now: number): boolean => {
  const startedAt = pattern.exec(account)?.[1];
  return startedAt !== undefined && Math.abs(now - Number(startedAt)) > stillInUseMs;
};
