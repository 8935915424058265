import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from './contract/bridge';
import { contract } from './contract/contract';

/**
 * The bridge: one function for each request of the contract and one way to listen to its announcements. The page gets
 * these functions and nothing of Electron or Node. What it sends is checked in the main process, not here.
 */
const verbsOf = (direction: 'renderer-to-main' | 'main-to-renderer'): readonly string[] =>
  Object.entries(contract).flatMap(([verb, entry]) => (entry.direction === direction ? [verb] : []));

const requests = Object.fromEntries(
  verbsOf('renderer-to-main').map((verb) => [
    verb,
    (payload?: unknown): Promise<unknown> => ipcRenderer.invoke(verb, payload),
  ]),
);

const announcements = new Set(verbsOf('main-to-renderer'));

const on = (verb: string, listener: (payload: unknown) => void): (() => void) => {
  if (!announcements.has(verb)) throw new RangeError('This is no announcement of the contract.');
  // The event is kept back: it leads to ipcRenderer.
  const withoutEvent = (_event: unknown, payload: unknown): void => listener(payload);
  ipcRenderer.on(verb, withoutEvent);
  return () => {
    ipcRenderer.removeListener(verb, withoutEvent);
  };
};

contextBridge.exposeInMainWorld('latchkey', { ...requests, on } satisfies Record<string, unknown> as unknown as Bridge);
