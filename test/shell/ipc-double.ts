import type { IpcMain, IpcMainInvokeEvent, WebFrameMain } from 'electron';
import { vi } from 'vitest';
import { appOrigin } from '../../electron/shell/base/app-scheme';
import type { VerbHandlers } from '../../electron/shell/ipc/verb-call';

type Listener = Parameters<IpcMain['handle']>[1];

/** Collects what the server listens to, and speaks to it as a page would. */
export const createIpcDouble = () => {
  const listeners = new Map<string, Listener>();
  const ipcMain = {
    handle: (channel, listener) => {
      listeners.set(channel, listener);
    },
  } satisfies Pick<IpcMain, 'handle'>;
  const say = (channel: string, event: IpcMainInvokeEvent, ...payloads: unknown[]): Promise<unknown> => {
    const listener = listeners.get(channel);
    if (!listener) throw new Error(`nobody listens to ${channel}`);
    return Promise.resolve(listener(event, ...payloads));
  };
  return { ipcMain, say, channels: () => [...listeners.keys()] };
};

export const popoverId = 7;

/** A message from the popover's own page; a test changes what it is about. */
export const eventFrom = (change: {
  readonly contentsId?: number;
  readonly frame?: Partial<Pick<WebFrameMain, 'origin' | 'parent'>> | null;
}): IpcMainInvokeEvent =>
  ({
    sender: { id: change.contentsId ?? popoverId },
    senderFrame: change.frame === null ? null : { origin: appOrigin, parent: null, ...change.frame },
  }) as unknown as IpcMainInvokeEvent;

/** Handlers that only remember that they were called. */
export const createHandlerDoubles = (verbs: readonly string[]) =>
  Object.fromEntries(verbs.map((verb) => [verb, vi.fn()])) as unknown as {
    -readonly [Verb in keyof VerbHandlers]: ReturnType<typeof vi.fn<VerbHandlers[Verb]>>;
  };
