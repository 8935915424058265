import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { isPassword, readPassword } from './keychain-store';
import { record } from './ledger';
import type { Mac } from './mac';
import { replaceFile, statePath } from './mac-files';
import { osStatus } from './os-status';
import { type Actor, unlock } from './securityd';
import { pause, type ToolCall } from './tool-call';

/** A password dialog of the system, as it stands on the screen. */
export interface Dialog extends Actor {
  readonly id: string;
  /** The process that it was raised for; when that ends, the dialog goes. */
  readonly pid: number;
  /** Milliseconds since 1970 on the simulated Mac. */
  readonly raisedAt: number;
  readonly wrongAnswers: number;
}

export type AnswerOutcome = 'unlocked' | 'wrong-asks-again' | 'wrong-gives-up' | 'no-dialog';

/** SecurityAgent asks three times. */
const allowedAnswers = 3;
const lookEveryMs = 15;

const folder = (root: string): string => statePath(root, 'dialogs');
const dialogFile = (root: string, id: string): string => `${folder(root)}/${id}.json`;
const resultFile = (root: string, id: string): string => `${folder(root)}/${id}.result`;

let raised = 0;

/** Puts a dialog on the screen. @returns its id */
const raise = ({ mac, caller }: ToolCall, actor: Actor): string => {
  raised += 1;
  const id = `${String(mac.now()).padStart(16, '0')}-${caller.pid}-${raised}`;
  const dialog: Dialog = { id, ...actor, pid: caller.pid, raisedAt: mac.now(), wrongAnswers: 0 };
  record(mac, 'dialog', actor);
  replaceFile(dialogFile(mac.root, id), JSON.stringify(dialog));
  return id;
};

/** What was answered; null while it stands. With its Mac a dialog is cancelled. */
const answerOf = (root: string, id: string): number | null => {
  if (!existsSync(root)) return osStatus.userCancelled;
  return existsSync(resultFile(root, id)) ? Number(readFileSync(resultFile(root, id), 'utf8')) : null;
};

/**
 * Raises a dialog and waits until somebody answers it, cancels it, or ends the process that called.
 *
 * @returns an OSStatus: 0 (the keychain is unlocked now), -128 cancelled, -25293 three wrong answers
 */
export const askForPassword = async (call: ToolCall, actor: Actor): Promise<number> => {
  const { root } = call.mac;
  const id = raise(call, actor);
  try {
    let answer = answerOf(root, id);
    for (; answer === null; answer = answerOf(root, id)) await pause(call, lookEveryMs);
    return answer;
  } finally {
    forget(root, id);
  }
};

/** The same for a caller that cannot wait but by standing still: JavaScript in a process of its own. */
export const askStandingStill = (call: ToolCall, actor: Actor): number => {
  const { root } = call.mac;
  const id = raise(call, actor);
  let answer = answerOf(root, id);
  for (; answer === null; answer = answerOf(root, id)) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, lookEveryMs);
  }
  forget(root, id);
  return answer;
};

const forget = (root: string, id: string): void => {
  for (const file of [dialogFile(root, id), resultFile(root, id)]) rmSync(file, { force: true });
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Whoever asked may have taken it away by now. */
const readDialog = (file: string): readonly Dialog[] => {
  try {
    return [JSON.parse(readFileSync(file, 'utf8')) as Dialog];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};

/** The dialogs on the screen, the oldest first. */
export const listDialogs = (root: string): readonly Dialog[] =>
  readdirSync(folder(root))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => readDialog(`${folder(root)}/${name}`))
    .filter(({ id, pid }) => !existsSync(resultFile(root, id)) && isAlive(pid));

/** @param password default: the right one. A wrong one leaves the dialog standing, until the third. */
export const answerDialog = (mac: Mac, dialog: Dialog | undefined, password?: string): AnswerOutcome => {
  if (dialog === undefined) return 'no-dialog';
  if (isPassword(mac.root, dialog.keychain, password ?? readPassword(mac.root, dialog.keychain))) {
    unlock(mac, { session: dialog.session, keychain: dialog.keychain, by: 'dialog' });
    finish(mac.root, dialog, 0);
    return 'unlocked';
  }
  const wrongAnswers = dialog.wrongAnswers + 1;
  replaceFile(dialogFile(mac.root, dialog.id), JSON.stringify({ ...dialog, wrongAnswers }));
  if (wrongAnswers < allowedAnswers) return 'wrong-asks-again';
  finish(mac.root, dialog, osStatus.authFailed);
  return 'wrong-gives-up';
};

export const cancelDialog = (mac: Mac, dialog: Dialog | undefined): 'cancelled' | 'no-dialog' => {
  if (dialog === undefined) return 'no-dialog';
  finish(mac.root, dialog, osStatus.userCancelled);
  return 'cancelled';
};

const finish = (root: string, dialog: Dialog, status: number): void =>
  replaceFile(resultFile(root, dialog.id), String(status));
