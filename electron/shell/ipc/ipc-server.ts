import type { IpcMain, WebContents, WebFrameMain } from 'electron';
import { busy } from '../../contract/busy';
import { contract } from '../../contract/contract';
import { type RequestVerb, requestVerbs } from '../../contract/verbs';
import { appOrigin } from '../base/app-scheme';
import type { Log } from '../base/log';
import { callVerb, type VerbCall, type VerbHandlers } from './verb-call';
import { createVerbLines, type VerbLines } from './verb-lines';

export interface IpcServerOptions {
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  /** Of each window of ours that lives. */
  readonly ownContentsIds: () => readonly number[];
  readonly handlers: VerbHandlers;
  readonly log: Log;
}

/**
 * The one place where the main process listens. Every message is checked three times before a handler sees it: who
 * sends it, how many arguments it has, and what the argument is. The page learns only that it was refused. That a request
 * gave way to newer ones is a reply.
 */
export const serveContract = (options: IpcServerOptions): void => {
  for (const verb of requestVerbs) serveVerb(verb, options, createVerbLines());
};

const serveVerb = <Verb extends RequestVerb>(
  verb: Verb,
  { ipcMain, ownContentsIds, handlers, log }: IpcServerOptions,
  lines: VerbLines<VerbCall<Verb>>,
): void => {
  ipcMain.handle(verb, async (event, ...payloads: readonly unknown[]) => {
    if (!isOwnPage(event, ownContentsIds())) return refuse(verb, 'its sender is no window of ours', log);
    if (payloads.length > 1) return refuse(verb, 'its payload does not fit', log);
    const [payload] = payloads;
    if (!fits(verb, payload)) return refuse(verb, 'its payload does not fit', log);
    const call = await lines.ask(event.sender.id, payload, () => callVerb(handlers, verb, payload));
    // Not logged: a page that asks too often is not to fill the log as well.
    if (call === 'busy') return busy;
    return call.kind === 'answered' ? call.reply : refuse(verb, call.cause, log);
  });
};

/** Whether a verb takes it. A buffer in the place of a list breaks the parser itself, which freezes what it has read. */
export const fits = (verb: RequestVerb, payload: unknown): boolean => {
  try {
    return isPlain(payload) && contract[verb].payload.safeParse(payload).success;
  } catch {
    return false;
  }
};

/** A Map, a Date, a buffer: a message can carry them, and a parser takes each for an object without members. */
const isPlain = (payload: unknown): boolean =>
  typeof payload !== 'object' || payload === null || Object.getPrototypeOf(payload) === Object.prototype;

/** @throws always: a rejected promise is the only refusal that `ipcMain.handle` can give. It says nothing of the cause. */
const refuse = (verb: RequestVerb, cause: string, log: Log): never => {
  log(`refused "${verb}": ${cause}`);
  throw notDone();
};

const notDone = (): Error => new Error('Latchkey did not do this.');

interface Sender {
  readonly sender: Pick<WebContents, 'id'>;
  /** Null when the frame has gone or navigated since it sent. */
  readonly senderFrame: Pick<WebFrameMain, 'parent' | 'origin'> | null;
}

/**
 * Says whether a message comes from a page of our own: a living window of ours, its top frame, its exact origin.
 *
 * @param ownContentsIds `webContents.id` of each window that lives: the popover's, the settings'.
 */
const isOwnPage = ({ sender, senderFrame }: Sender, ownContentsIds: readonly number[]): boolean =>
  ownContentsIds.includes(sender.id) &&
  senderFrame !== null &&
  senderFrame.parent === null &&
  senderFrame.origin === appOrigin;
