import type { IpcMain } from 'electron';
import { contract, type PayloadOf, type ReplyOf, type RequestVerb } from '../contract/contract';
import { isOwnPage } from './ipc-sender';
import type { Log } from './log';
import { callVerb } from './verb-call';

/** One handler for each verb of the contract; a verb without one does not compile. */
export type VerbHandlers = {
  readonly [Verb in RequestVerb]: (payload: PayloadOf<Verb>) => ReplyOf<Verb> | Promise<ReplyOf<Verb>>;
};

export interface IpcServerOptions {
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  /** Of each window of ours that lives. */
  readonly ownContentsIds: () => readonly number[];
  readonly handlers: VerbHandlers;
  readonly log: Log;
}

/**
 * The one place where the main process listens. Every message is checked three times before a handler sees it: who
 * sends it, how many arguments it has, and what the argument is. The page learns only that it was refused.
 */
export const serveContract = (options: IpcServerOptions): void => {
  for (const verb of requestVerbs) serveVerb(verb, options);
};

export const requestVerbs = Object.entries(contract).flatMap(([verb, { direction }]) =>
  direction === 'renderer-to-main' ? [verb as RequestVerb] : [],
);

const serveVerb = <Verb extends RequestVerb>(
  verb: Verb,
  { ipcMain, ownContentsIds, handlers, log }: IpcServerOptions,
): void => {
  ipcMain.handle(verb, async (event, ...payloads: readonly unknown[]) => {
    if (!isOwnPage(event, ownContentsIds())) return refuse(verb, 'its sender is no window of ours', log);
    if (payloads.length > 1) return refuse(verb, 'its payload does not fit', log);
    const call = await callVerb(handlers, verb, payloads[0]);
    return call.kind === 'answered' ? call.reply : refuse(verb, call.cause, log);
  });
};

/** @throws always: a rejected promise is the only refusal that `ipcMain.handle` can give. It says nothing of the cause. */
const refuse = (verb: RequestVerb, cause: string, log: Log): never => {
  log(`refused "${verb}": ${cause}`);
  throw new Error('Latchkey did not do this.');
};
