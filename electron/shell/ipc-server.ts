import type { IpcMain } from 'electron';
import { contract, type PayloadOf, type ReplyOf, type RequestVerb } from '../contract/contract';
import { nameOfError } from '../core/name-of-error';
import { isPopoverPage } from './ipc-sender';
import type { Log } from './log';

/** One handler for each verb of the contract; a verb without one does not compile. */
export type VerbHandlers = {
  readonly [Verb in RequestVerb]: (payload: PayloadOf<Verb>) => ReplyOf<Verb> | Promise<ReplyOf<Verb>>;
};

export interface IpcServerOptions {
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  readonly popoverContentsId: () => number | null;
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
  { ipcMain, popoverContentsId, handlers, log }: IpcServerOptions,
): void => {
  ipcMain.handle(verb, async (event, ...payloads: readonly unknown[]) => {
    if (!isPopoverPage(event, popoverContentsId())) return refuse(verb, 'its sender is not the popover', log);
    const parsed = contract[verb].payload.safeParse(payloads[0]);
    if (payloads.length > 1 || !parsed.success) return refuse(verb, 'its payload does not fit', log);
    try {
      return await handlers[verb](parsed.data as PayloadOf<Verb>);
    } catch (error) {
      return refuse(verb, `its handler failed: ${nameOfError(error)}`, log);
    }
  });
};

/** @throws always: a rejected promise is the only refusal that `ipcMain.handle` can give. It says nothing of the cause. */
const refuse = (verb: RequestVerb, cause: string, log: Log): never => {
  log(`refused "${verb}": ${cause}`);
  throw new Error('Latchkey did not do this.');
};
