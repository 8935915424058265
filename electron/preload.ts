import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from './contract/bridge';
import { announcementVerbs, requests } from './contract/verbs';

/**
 * The bridge: one function for each request of the contract, in its group, and one way to listen to its announcements. The
 * page gets these functions and nothing of Electron or Node. What it sends is checked in the main process, not here.
 */
const functionsOf = (group: string, names: readonly string[]) =>
  Object.fromEntries(
    names.map((name) => [
      name,
      (payload?: unknown): Promise<unknown> => ipcRenderer.invoke(`${group}.${name}`, payload),
    ]),
  );

const groups = Object.fromEntries(Object.entries(requests).map(([group, names]) => [group, functionsOf(group, names)]));

const announcements: ReadonlySet<string> = new Set(announcementVerbs);

const on = (verb: string, listener: (payload: unknown) => void): (() => void) => {
  if (!announcements.has(verb)) throw new RangeError('This is no announcement of the contract.');
  // The event is kept back: it leads to ipcRenderer.
  const withoutEvent = (_event: unknown, payload: unknown): void => listener(payload);
  ipcRenderer.on(verb, withoutEvent);
  return () => {
    ipcRenderer.removeListener(verb, withoutEvent);
  };
};

contextBridge.exposeInMainWorld('latchkey', { ...groups, on } satisfies Record<string, unknown> as unknown as Bridge);
